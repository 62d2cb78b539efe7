import { type InkedCode, inkCode, type OpenInk } from './ink-code.ts';

interface InkedStretch extends InkedCode {
  readonly text: string;
  readonly language: string;
  /** What the stretch before left open. */
  readonly from: OpenInk;
}

/** Inks code that may grow, in the stretches of `splitLines`: of what it has inked, only the last stretch is read again. */
export function createInker(): (texts: readonly string[], language: string) => readonly InkedStretch[] {
  let last: readonly InkedStretch[] = [];
  return (texts, language) => {
    let from: OpenInk;
    last = texts.map((text, index) => {
      const before = last[index];
      const isSame = before?.text === text && before.language === language && before.from === from;
      const stretch = isSame ? before : { text, language, from, ...inkCode(text, language, from) };
      from = stretch.open;
      return stretch;
    });
    return last;
  };
}
