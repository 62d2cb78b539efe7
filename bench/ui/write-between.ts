/** What stands between two lines of a document. */
export interface Markers {
  readonly start: string;
  readonly end: string;
}

/**
 * Replaces what stands between two markers, which stay.
 *
 * @throws When one of them is missing.
 */
export function writeBetween(text: string, { start, end }: Markers, content: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) {
    throw new Error(`The report has no place to stand: put "${start}" and "${end}" into the document.`);
  }
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
