/** Whether a delimiter run of `*`, `_` or `~` can open or close emphasis, by the characters around it. */
export interface Flanks {
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Han, Kana, Hangul, Bopomofo, and full-width forms and punctuation: scripts without spaces between words. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303f\u30a0\u30fb\u30fc\uff01-\uffef]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** The beginning and the end of a text count as white space. */
const isSpace = (char: string): boolean => char.trim() === '';

/**
 * CommonMark's left-flanking and right-flanking runs. For `*` and `~`, a wide character counts as white space:
 * "は**「語」**で" is emphasis although there is no space around the delimiters.
 */
export function flanks(text: string, from: number, to: number): Flanks {
  const isUnderscore = text.charAt(from) === '_';
  const before = charBefore(text, from);
  const after = charAfter(text, to);
  const isWide = (char: string): boolean => !isUnderscore && WIDE.test(char);
  const isMark = (char: string): boolean => PUNCTUATION.test(char) && !isWide(char);
  // Asterisks in a path ("lib/*.js", "src/**/*.ts") are not emphasis.
  if (before === '/' && PUNCTUATION.test(after)) return { canOpen: false, canClose: false };
  const isLoose = (char: string): boolean => isSpace(char) || isWide(char) || PUNCTUATION.test(char);
  const left = !isSpace(after) && (!isMark(after) || isLoose(before));
  const right = !isSpace(before) && (!isMark(before) || isLoose(after));
  return {
    canOpen: left && (!isUnderscore || !right || PUNCTUATION.test(before)),
    canClose: right && (!isUnderscore || !left || PUNCTUATION.test(after)),
  };
}

/** Whether `at` follows white space, or a character that counts as white space for `mark`. */
export function isApart(text: string, at: number, mark: string): boolean {
  const before = charBefore(text, at);
  return isSpace(before) || (mark !== '_' && WIDE.test(before));
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** The code point before `at`; outside of the basic plane it has two UTF-16 units. */
function charBefore(text: string, at: number): string {
  return text.slice(Math.max(0, isLowSurrogate(text.charCodeAt(at - 1)) ? at - 2 : at - 1), at);
}

function charAfter(text: string, at: number): string {
  return text.slice(at, isLowSurrogate(text.charCodeAt(at + 1)) ? at + 2 : at + 1);
}
