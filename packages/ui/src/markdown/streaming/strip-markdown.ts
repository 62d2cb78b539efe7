import { closesFence, type Fence, openFence } from './fence.ts';
import { MAX_TEXT, readableLength } from './read-limits.ts';

// Named groups: minifiers reject a template string with a digit after a backslash.
const CODE = String.raw`(?<![${'`'}\\])(?<code>${'`'}+)(?!${'`'})[^${'`'}\n]+\k<code>(?!${'`'})`;
/** Brackets nested at most one level: a regular expression cannot count deeper, and a remaining delimiter is acceptable. */
const LABEL = String.raw`(?:[^[\]\n]|\[[^[\]\n]*\])*`;
const TARGET = String.raw`(?:<[^<>\n]*>|(?:[^()\s<>]|\([^()\s<>]*\))*)(?: "[^"\n]*"| '[^'\n]*')?`;

/** Emphasis within one line, without nested delimiters. Matches code, URLs and tags first, to skip them. */
// linear: repetitions exclude the delimiter that their alternative begins with, or are bound to a line
const EMPHASIS = new RegExp(
  [
    CODE,
    String.raw`\]\(${TARGET}\)|https?:\/\/[^\s]+|<[^<>\s]+>`,
    String.raw`(?<![\w*~/\\])(?<mark>\*\*?|__?|~~)(?=[^\s*_~])([^*_~\n${'`'}]*[^\s*_~\n${'`'}\\])\k<mark>(?![\w*~])`,
  ].join('|'),
  'g',
);

/** Removed syntax. Links and code keep their text; `<br>` becomes a line break. */
// linear: as above
const SYNTAX = new RegExp(
  [
    String.raw`^ {0,3}(?:#{1,6} +|> ?)`,
    // The delimiter row of a table, and the pipes around its cells.
    String.raw`^ {0,3}\|?[ :]*-[ :|-]*\|[ :|-]*\n?`,
    String.raw`^ {0,3}\| ?| \|(?=\s|$)`,
    String.raw`(?<!\\)!?\[(${LABEL})(?<!\\)\]\(${TARGET}\)`,
    String.raw` ?【[^【】\n]*】`,
    String.raw`(?<![${'`'}\\])(?<code>${'`'}+)(?!${'`'})([^${'`'}\n]+)\k<code>(?!${'`'})`,
    String.raw`(?<!\\)<br\s*\/?>`,
  ].join('|'),
  'gim',
);
/** An image in a link label. */
// linear: as above
const IMAGE = new RegExp(String.raw`!\[(${LABEL})\]\(${TARGET}\)`, 'g');

/**
 * Removes markdown syntax without a parser, for rows far outside the viewport and until the parser is loaded. Keeps all
 * text and code up to `MAX_TEXT`; may leave delimiters that a parser would remove.
 */
export function stripMarkdown(markdown: string): string {
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
    .replace(SYNTAX, (mark: string, label?: string, _code?: string, code?: string) =>
      mark.startsWith('<') ? '\n' : (code ?? label?.replace(IMAGE, '$1') ?? ''),
    );
}
