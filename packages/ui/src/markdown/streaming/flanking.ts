/** What a run of `*`, `_` or `~` may do, by the characters on its two sides. */
export interface Flanks {
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Han, Kana, Hangul and Bopomofo, and full-width forms and marks: scripts that set no space between words. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303f\u30a0\u30fb\u30fc\uff01-\uffef]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** The beginning and the end of a text count as white space. */
const isSpace = (char: string): boolean => char.trim() === '';

/**
 * CommonMark's left-flanking and right-flanking runs. Beside a wide character, `*` and `~` are read as beside white
 * space: "は**「語」**で" is emphasis, though no space stands around the marks.
 */
export function flanks(text: string, from: number, to: number): Flanks {
  const isUnderscore = text.charAt(from) === '_';
  const before = charBefore(text, from);
  const after = charAfter(text, to);
  const isWide = (char: string): boolean => !isUnderscore && WIDE.test(char);
  const isMark = (char: string): boolean => PUNCTUATION.test(char) && !isWide(char);
  // A path ("lib/*.js", "src/**/*.ts") is full of stars that mark nothing.
  if (before === '/' && PUNCTUATION.test(after)) return { canOpen: false, canClose: false };
  const isLoose = (char: string): boolean => isSpace(char) || isWide(char) || PUNCTUATION.test(char);
  const left = !isSpace(after) && (!isMark(after) || isLoose(before));
  const right = !isSpace(before) && (!isMark(before) || isLoose(after));
  return {
    canOpen: left && (!isUnderscore || !right || PUNCTUATION.test(before)),
    canClose: right && (!isUnderscore || !left || PUNCTUATION.test(after)),
  };
}

/** Whether `at` lies behind white space, or behind what counts as such for `mark`. */
export function isApart(text: string, at: number, mark: string): boolean {
  const before = charBefore(text, at);
  return isSpace(before) || (mark !== '_' && WIDE.test(before));
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** A character outside of the basic plane is two units long. */
function charBefore(text: string, at: number): string {
  return text.slice(Math.max(0, isLowSurrogate(text.charCodeAt(at - 1)) ? at - 2 : at - 1), at);
}

function charAfter(text: string, at: number): string {
  return text.slice(at, isLowSurrogate(text.charCodeAt(at + 1)) ? at + 2 : at + 1);
}
