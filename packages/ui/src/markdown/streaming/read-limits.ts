/**
 * Limits in characters for one text and one block. Text over a limit is shown unformatted, on request. A long response has
 * 200,000 characters; an open block is lexed again for each piece.
 */
export const MAX_TEXT = 400_000;
export const MAX_BLOCK = 50_000;

/** Maximum number of tokens in one block; the rest of its inline text becomes one text token. */
export const MAX_TOKENS = 10_000;

/** The length of `text` limited to `limit`, at a line end if there is one in the second half. */
export function readableLength(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  if (line > limit / 2) return line;
  // Do not split a surrogate pair.
  return text.charCodeAt(limit - 1) >> 10 === 0x36 ? limit - 1 : limit;
}
