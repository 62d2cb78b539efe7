import { closesFence, type Fence, openFence } from './fence.ts';
import { MAX_TEXT, readableLength } from './read-limits.ts';

// Groups are referred to by name: minifiers refuse a template string with a digit behind a backslash.
const CODE = String.raw`(?<![${'`'}\\])(?<code>${'`'}+)(?!${'`'})[^${'`'}\n]+\k<code>(?!${'`'})`;
/** At most one pair of brackets in another: patterns count no deeper, and a mark too many is no loss. */
const LABEL = String.raw`(?:[^[\]\n]|\[[^[\]\n]*\])*`;
const TARGET = String.raw`(?:<[^<>\n]*>|(?:[^()\s<>]|\([^()\s<>]*\))*)(?: "[^"\n]*"| '[^'\n]*')?`;

/** Emphasis in one line, without further marks in it. What stands in code, in an address or in a tag is left alone. */
// linear: what may repeat excludes the mark that its alternative begins with, or is bound to a line
const EMPHASIS = new RegExp(
  [
    CODE,
    String.raw`\]\(${TARGET}\)|https?:\/\/[^\s]+|<[^<>\s]+>`,
    String.raw`(?<![\w*~/\\])(?<mark>\*\*?|__?|~~)(?=[^\s*_~])([^*_~\n${'`'}]*[^\s*_~\n${'`'}\\])\k<mark>(?![\w*~])`,
  ].join('|'),
  'g',
);

/** Each is taken out; of a link and of code their words stay, and of a break in HTML the end of a line. */
// linear: as above
const MARKS = new RegExp(
  [
    String.raw`^ {0,3}(?:#{1,6} +|> ?)`,
    // The rule below a table's head, and the bars around its cells.
    String.raw`^ {0,3}\|?[ :]*-[ :|-]*\|[ :|-]*\n?`,
    String.raw`^ {0,3}\| ?| \|(?=\s|$)`,
    String.raw`(?<!\\)!?\[(${LABEL})(?<!\\)\]\(${TARGET}\)`,
    String.raw` ?【[^【】\n]*】`,
    String.raw`(?<![${'`'}\\])(?<code>${'`'}+)(?!${'`'})([^${'`'}\n]+)\k<code>(?!${'`'})`,
    String.raw`(?<!\\)<br\s*\/?>`,
  ].join('|'),
  'gim',
);
/** An image in the words of a link. */
// linear: as above
const IMAGE = new RegExp(String.raw`!\[(${LABEL})\]\(${TARGET}\)`, 'g');

/**
 * Markdown as bare words, without a parser: what stands for an answer while it is far from view. No letter of it is lost,
 * and nothing of its code, up to the length that is read of a text; now and then a mark stays that a parser would have read.
 */
export function stripMarks(markdown: string): string {
  const words: string[] = [];
  let text: string[] = [];
  let fence: Fence | undefined;
  const take = (): void => {
    if (text.length > 0) words.push(stripText(text.join('\n')));
    text = [];
  };
  for (const line of markdown.slice(0, readableLength(markdown, MAX_TEXT)).split('\n')) {
    const opened = fence ? undefined : openFence(line);
    if (opened) {
      take();
      fence = opened;
    } else if (!fence) text.push(line);
    else if (closesFence(line, fence)) fence = undefined;
    else words.push(line);
  }
  take();
  return words.join('\n');
}

function stripText(text: string): string {
  return text
    .replace(EMPHASIS, (whole: string, _code, _mark, words?: string) => words ?? whole)
    .replace(MARKS, (mark: string, label?: string, _code?: string, code?: string) =>
      mark.startsWith('<') ? '\n' : (code ?? label?.replace(IMAGE, '$1') ?? ''),
    );
}
