/** Control characters, line and paragraph separators, and what turns the direction of the text around it. */
const HIDDEN = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A file's name without what makes it look like another one: an override before `fdp.exe` shows `exe.pdf`. */
export function cleanFileName(name: string): string {
  // A lone surrogate is no character.
  const clean = name
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(HIDDEN, '')
    .trim();
  return clean === '' ? 'file' : clean;
}
