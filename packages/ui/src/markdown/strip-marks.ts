const CODE = String.raw`(?<![${'`'}\\])(${'`'}+)(?!${'`'})[^${'`'}\n]+\1(?!${'`'})`;
/** At most one pair of brackets in another: patterns count no deeper, and a mark too many is no loss. */
const LABEL = String.raw`(?:[^[\]\n]|\[[^[\]\n]*\])*`;
const TARGET = String.raw`(?:<[^<>\n]*>|(?:[^()\s<>]|\([^()\s<>]*\))*)(?: "[^"\n]*"| '[^'\n]*')?`;

/** Emphasis in one line, without further marks in it. What stands in code, in an address or in a tag is left alone. */
const EMPHASIS = new RegExp(
  [
    CODE,
    String.raw`\]\(${TARGET}\)|https?:\/\/[^\s]+|<[^<>\s]+>`,
    String.raw`(?<![\w*~/\\])(\*\*?|__?|~~)(?=[^\s*_~])([^*_~\n${'`'}]*[^\s*_~\n${'`'}\\])\2(?![\w*~])`,
  ].join('|'),
  'g',
);

/** Each is taken out; of a link and of code their words stay. */
const MARKS = new RegExp(
  [
    String.raw`^ {0,3}(?:#{1,6} +|> ?)`,
    // The rule below a table's head, and the bars around its cells.
    String.raw`^ {0,3}\|?[ :]*-[ :|-]*\|[ :|-]*\n?`,
    String.raw`^ {0,3}\| ?| \|(?=\s|$)`,
    String.raw`(?<!\\)!?\[(${LABEL})(?<!\\)\]\(${TARGET}\)`,
    String.raw` ?【[^【】\n]*】`,
    String.raw`(?<![${'`'}\\])(${'`'}+)(?!${'`'})([^${'`'}\n]+)\2(?!${'`'})`,
  ].join('|'),
  'gm',
);

/** Code between fences, the last of which may be missing. */
const FENCED = /^ {0,3}(`{3,}|~{3,}).*\n([^]*?)(?:^ {0,3}\1.*\n?|(?![^]))/gm;

/**
 * Markdown as bare words, without a parser: what stands for an answer while it is far from view. No letter of it is lost,
 * and nothing of its code; now and then a mark stays that a parser would have read.
 */
export function stripMarks(markdown: string): string {
  let words = '';
  let end = 0;
  for (const { 0: whole, 2: code = '', index } of markdown.matchAll(FENCED)) {
    words += stripText(markdown.slice(end, index)) + code;
    end = index + whole.length;
  }
  return words + stripText(markdown.slice(end));
}

function stripText(text: string): string {
  return text
    .replace(EMPHASIS, (whole: string, _code, _mark, words?: string) => words ?? whole)
    .replace(MARKS, '$1$3');
}
