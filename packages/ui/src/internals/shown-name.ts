/** Control characters, those without width, and those that turn the direction of what follows: a name could pretend to end otherwise. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** A file's name as it is shown and saved: without characters that cannot be seen and change how the others read. */
export function shownName(name: string): string {
  return name.replace(HIDDEN, '');
}
