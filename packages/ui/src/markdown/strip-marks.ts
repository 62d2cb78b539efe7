/** Each is taken out; of a link its words stay. */
const MARKS = new RegExp(
  [
    String.raw`^ {0,3}(?:#{1,6} +|> ?|(?:${'`'}{3,}|~{3,}).*\n?)`,
    // The rule below a table's head, and the bars around its cells.
    String.raw`^ {0,3}\|?[ :]*-[ :|-]*\|[ :|-]*\n?`,
    String.raw`^ {0,3}\| ?| \|(?=\s|$)`,
    // No part reaches over the beginning of the next link: else each beginning would read to the end of the text.
    String.raw`!?\[([^[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)`,
    String.raw` ?【[^【】\n]*】`,
    String.raw`(?<!\w)[*_]+(?=\S)|(?<=\S)[*_]+(?!\w)|~~|${'`'}+`,
  ].join('|'),
  'gm',
);

/**
 * Markdown as bare words, without a parser: what stands for an answer while it is far from view. No word is lost;
 * now and then a mark stays that a parser would have read.
 */
export function stripMarks(markdown: string): string {
  return markdown.replace(MARKS, '$1');
}
