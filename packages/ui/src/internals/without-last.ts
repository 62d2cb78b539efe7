/** `text` without the run of `char` at its end. A pattern bound to the end would be tried from every such run. */
export function withoutLast(text: string, char: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === char) end -= 1;
  return text.slice(0, end);
}
