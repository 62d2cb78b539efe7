import { type HighlightedLines, type HighlightState, highlightCode } from './highlight-code.ts';

interface HighlightedStretch extends HighlightedLines {
  readonly text: string;
  readonly language: string;
  /** What the stretch before left open. */
  readonly from: HighlightState;
}

/** Inks code that may grow, in the stretches of `splitLines`: of what it has inked, only the last stretch is read again. */
export function createHighlighter(): (
  texts: readonly string[],
  language: string,
) => readonly HighlightedStretch[] {
  let last: readonly HighlightedStretch[] = [];
  return (texts, language) => {
    let from: HighlightState;
    last = texts.map((text, index) => {
      const before = last[index];
      const isSame = before?.text === text && before.language === language && before.from === from;
      const stretch = isSame ? before : { text, language, from, ...highlightCode(text, language, from) };
      from = stretch.open;
      return stretch;
    });
    return last;
  };
}
