/**
 * Control characters, separators of lines, what turns the direction of the text around it, and what is not seen: soft
 * hyphens, spaces without width, tags. Joiners stay, which emoji and some scripts are written with.
 */
const HIDDEN =
  /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** A file's name without what makes it look like another one: an override before `fdp.exe` shows `exe.pdf`. */
export function cleanFileName(name: string): string {
  // A lone surrogate is no character.
  const clean = name
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(HIDDEN, '')
    .trim();
  return clean === '' ? 'file' : clean;
}
