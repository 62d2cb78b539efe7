import { closesFence, type Fence, openFence } from './fence.ts';
import { MAX_TEXT, readableLength } from './read-limits.ts';

// Named groups: minifiers reject a template string with a digit after a backslash.
const CODE = String.raw`(?<![${'`'}\\])(?<code>${'`'}+)(?!${'`'})([^${'`'}\n]+)\k<code>(?!${'`'})`;
/** Brackets nested at most one level: a regular expression cannot count deeper, and a remaining delimiter is acceptable. */
const LABEL = String.raw`(?:[^[\]\n]|\[[^[\]\n]*\])*`;
const TARGET = String.raw`(?:<[^<>\n]*>|(?:[^()\s<>]|\([^()\s<>]*\))*)(?: "[^"\n]*"| '[^'\n]*')?`;

/** A noncharacter that stands for a literal piece of the text. */
const PIECE = '\ufdd0';
/**
 * Pieces in which delimiters of emphasis are literal: code, targets of links, URLs, tags, escapes and paths; and
 * literal delimiters: between spaces, in a word, and tildes that are not two.
 */
// linear: repetitions exclude the delimiter that their alternative begins with, or are bound to a line
const LITERAL = new RegExp(
  [
    CODE,
    String.raw`\]\(${TARGET}\)|https?:\/\/\S*[^\s*_~]|<[^<>\s]+>`,
    String.raw`[\\/][*_~]+|(?<=\s)\*+(?=\s)|(?<=[^\W_])(?:_+|\*)(?=[^\W_])|(?<!~)~(?!~)|${PIECE}`,
  ].join('|'),
  'g',
);
/** Emphasis within one line that contains no other. Its delimiters flank text as CommonMark requires. */
const EMPHASIS =
  // linear: the text ends before the next delimiter
  /(?=[*_~])(?<!\w(?=[*_~]{1,6}[^\w*~]))(\*{1,3}|_{1,3}|~~)(?![\s*_~])([^*_~\n]+)(?<!\s)\1(?!\1|(?<=[!-/:-@[-^{-~]\1)\w)/g;

/** Removed syntax. Links and code keep their text; `<br>` becomes a line break. */
// linear: as for LITERAL
const SYNTAX = new RegExp(
  [
    String.raw`^ {0,3}(?:#{1,6} +|> ?)`,
    // The delimiter row of a table, and the pipes around its cells.
    String.raw`^ {0,3}\|?[ :]*-[ :|-]*\|[ :|-]*\n?`,
    String.raw`^ {0,3}\| ?| \|(?=\s|$)`,
    String.raw`(?<!\\)!?\[(${LABEL})(?<!\\)\]\(${TARGET}\)`,
    String.raw` ?【[^【】\n]*】`,
    CODE,
    String.raw`(?<!\\)<br\s*\/?>`,
  ].join('|'),
  'gim',
);
/** An image in a link label. */
// linear: as for LITERAL
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
  const pieces: string[] = [];
  let next = 0;
  return (
    text
      .replace(LITERAL, (piece) => {
        pieces.push(piece);
        return PIECE;
      })
      // Emphasis in emphasis is removed from the inside.
      .replace(EMPHASIS, '$2')
      .replace(EMPHASIS, '$2')
      .replace(EMPHASIS, '$2')
      .replaceAll(PIECE, () => pieces[next++] ?? '')
      .replace(SYNTAX, (mark: string, label?: string, _code?: string, code?: string) =>
        mark.startsWith('<') ? '\n' : (code ?? label?.replace(IMAGE, '$1') ?? ''),
      )
  );
}
