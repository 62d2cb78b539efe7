/** Control characters, and those that turn the direction of what follows: a name could pretend to end otherwise. */
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A file's name as it is shown and saved: without characters that cannot be seen and change how the others read. */
export function shownName(name: string): string {
  return name.replace(HIDDEN, '');
}
