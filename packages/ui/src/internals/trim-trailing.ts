/** Removes all `char` at the end of `text`. In linear time: a regular expression would be tried at every run of `char`. */
export function trimTrailing(text: string, char: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === char) end -= 1;
  return text.slice(0, end);
}
