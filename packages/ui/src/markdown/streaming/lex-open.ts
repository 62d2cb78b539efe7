import type { Token } from 'marked';
import type { LexerExtensions } from '../markdown-components.ts';
import type { Links } from './lex.ts';
import { MarkdownLexer } from './markdown-lexer.ts';
import { trimIncompleteLines } from './trim-incomplete-lines.ts';

/** Characters without syntactic meaning anywhere in inline text. */
const PLAIN = /^[\p{L}\p{N} ,.;]+$/u;
/** The beginning of an autolink. */
const AUTOLINK_START = /www$/i;
/** A line that begins with a word: more text cannot turn it into a list, a rule or a heading. */
const WORDY = /^[ ]*(?:[-*+] |\d{1,9}[.)] )?\p{L}[\p{L}\p{N}]* [^|]*$/u;

interface Lexed {
  readonly source: string;
  readonly links: Links;
  readonly tokens: readonly Token[];
  /** The last token is plain text: words can be appended without lexing. */
  readonly endsInWords: boolean;
}

/**
 * Creates a lexer for a block that grows. Words that continue plain text are appended to the last token, because lexing the
 * block for each of them was most of the cost of a delta; anything else lexes the block again.
 */
export function createOpenLexer(): (
  source: string,
  links: Links,
  extensions?: LexerExtensions,
) => readonly Token[] {
  let last: Lexed | undefined;
  return (source, links, extensions) => {
    if (last && last.source === source && last.links === links) return last.tokens;
    last = appendWords(last, source, links) ?? lexSource(source, links, extensions);
    return last.tokens;
  };
}

function lexSource(source: string, links: Links, extensions: LexerExtensions | undefined): Lexed {
  const trimmed = trimIncompleteLines(source);
  const lexer = new MarkdownLexer(extensions);
  Object.assign(lexer.tokens.links, links);
  const tokens = lexer.lexOpen(trimmed);
  const line = source.slice(source.lastIndexOf('\n') + 1);
  const endsInWords =
    trimmed === source &&
    lexer.isComplete &&
    !lastWord(line).includes('@') &&
    WORDY.test(line) &&
    endsWithText(tokens, source);
  return { source, links, tokens, endsInWords };
}

const lastWord = (line: string): string => line.slice(line.lastIndexOf(' ') + 1);

function appendWords(before: Lexed | undefined, source: string, links: Links): Lexed | undefined {
  if (!before?.endsInWords || before.links !== links || !source.startsWith(before.source)) return undefined;
  const added = source.slice(before.source.length);
  if (!PLAIN.test(added) || AUTOLINK_START.test(before.source) || /www\./i.test(added)) return undefined;
  return { ...before, source, tokens: appendToLastText(before.tokens, added) };
}

/** Tokens that may contain the last text. Not a link: it would include the appended words. */
const TEXT_CONTAINERS: ReadonlySet<string> = new Set([
  'paragraph',
  'blockquote',
  'list',
  'list_item',
  'text',
]);

/** The child tokens of a token, and the property that has them. */
function childrenOf(token: Token): { key: 'tokens' | 'items'; tokens: readonly Token[] } | undefined {
  if ('items' in token && Array.isArray(token.items)) return { key: 'items', tokens: token.items as Token[] };
  if ('tokens' in token && token.tokens) return { key: 'tokens', tokens: token.tokens };
  return undefined;
}

function endsWithText(tokens: readonly Token[], source: string): boolean {
  const last = tokens.at(-1);
  if (!last) return false;
  const children = childrenOf(last);
  if (children) return TEXT_CONTAINERS.has(last.type) && endsWithText(children.tokens, source);
  // linear: of the last hundred characters
  const tail = /[\p{L}\p{N}]+[,.;]?$/u.exec(source.slice(-100))?.[0];
  return last.type === 'text' && tail !== undefined && last.raw.endsWith(tail);
}

/** Appends `words` to the last text token. Copies only the tokens on the path to it. */
function appendToLastText(tokens: readonly Token[], words: string): readonly Token[] {
  const last = tokens.at(-1);
  if (!last) return tokens;
  const children = childrenOf(last);
  const longer = children
    ? { ...last, [children.key]: appendToLastText(children.tokens, words) }
    : { ...last, text: `${'text' in last ? last.text : last.raw}${words}` };
  return [...tokens.slice(0, -1), longer];
}
