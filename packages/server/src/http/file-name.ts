/**
 * Control characters, line separators, bidirectional overrides, and invisible characters: soft hyphens, zero-width spaces,
 * tags. Joiners are kept, since emoji and some scripts need them.
 */
const HIDDEN =
  /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Removes characters that disguise a file name: an override before `fdp.exe` displays as `exe.pdf`. */
export function cleanFileName(name: string): string {
  // A lone surrogate is not a character.
  const clean = name
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(HIDDEN, '')
    .trim();
  return clean === '' ? 'file' : clean;
}
