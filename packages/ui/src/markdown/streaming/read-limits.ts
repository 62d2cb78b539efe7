/**
 * What is read of one text, and of one block of it, in characters: what is beyond is text without marks, and is shown when
 * it is asked for. An answer of 200,000 characters is a long one; a block is read again for each piece it grows by.
 */
export const MAX_TEXT = 400_000;
export const MAX_BLOCK = 50_000;

/** How many tokens are made of one block; the rest of a line of words is letters then. */
export const MAX_TOKENS = 10_000;

/** The length of what is read of `text` where no more than `limit` may be: up to the end of a line, if one is near. */
export function readableLength(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  if (line > limit / 2) return line;
  // Not within a character of two units.
  return text.charCodeAt(limit - 1) >> 10 === 0x36 ? limit - 1 : limit;
}
