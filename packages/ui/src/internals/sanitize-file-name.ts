/** Control, zero-width and bidirectional control characters, which can disguise the extension of a file name. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** Removes invisible characters from a file name, for display and for downloads. */
export function sanitizeFileName(name: string): string {
  return name.replace(HIDDEN, '');
}
