import type { Token } from 'marked';
import type { LexerExtensions } from '../markdown-components.ts';
import { holdBack } from './hold-back.ts';
import type { Links } from './lex.ts';
import { MarkdownLexer } from './markdown-lexer.ts';

/** Characters that mean nothing but themselves, wherever they stand in a line of words. */
const PLAIN = /^[\p{L}\p{N} ,.;]+$/u;
/** The beginning of an address, of which further characters would make a link. */
const ADDRESS = /www$/i;
/** A line that has begun with words: what is added cannot make a list, a rule or a heading of it. */
const WORDY = /^[ ]*(?:[-*+] |\d{1,9}[.)] )?\p{L}[\p{L}\p{N}]* [^|]*$/u;

interface Lexed {
  readonly source: string;
  readonly links: Links;
  readonly tokens: readonly Token[];
  /** It ends in words: more words can be put behind them without reading them. */
  readonly endsInWords: boolean;
}

/**
 * A lexer for the block that is still being written. Words that only continue words are put into the last token, as
 * reading the block anew for each of them was most of what a delta cost; anything else reads the block again.
 */
export function createOpenLexer(): (
  source: string,
  links: Links,
  extensions?: LexerExtensions,
) => readonly Token[] {
  let last: Lexed | undefined;
  return (source, links, extensions) => {
    if (last && last.source === source && last.links === links) return last.tokens;
    last = continueWords(last, source, links) ?? lexAnew(source, links, extensions);
    return last.tokens;
  };
}

function lexAnew(source: string, links: Links, extensions: LexerExtensions | undefined): Lexed {
  const held = holdBack(source);
  const lexer = new MarkdownLexer(extensions);
  Object.assign(lexer.tokens.links, links);
  const tokens = lexer.lexOpen(held);
  const line = source.slice(source.lastIndexOf('\n') + 1);
  const endsInWords =
    held === source &&
    lexer.isSettled &&
    !lastWord(line).includes('@') &&
    WORDY.test(line) &&
    isWordsLast(tokens, source);
  return { source, links, tokens, endsInWords };
}

const lastWord = (line: string): string => line.slice(line.lastIndexOf(' ') + 1);

function continueWords(before: Lexed | undefined, source: string, links: Links): Lexed | undefined {
  if (!before?.endsInWords || before.links !== links || !source.startsWith(before.source)) return undefined;
  const added = source.slice(before.source.length);
  if (!PLAIN.test(added) || ADDRESS.test(before.source) || /www\./i.test(added)) return undefined;
  return { ...before, source, tokens: withWords(before.tokens, added) };
}

/** What words may be the last thing in. Not a link: it would grow with them. */
const HOLDERS: ReadonlySet<string> = new Set(['paragraph', 'blockquote', 'list', 'list_item', 'text']);

/** The tokens inside of a token, whatever it calls them. */
function childrenOf(token: Token): { key: 'tokens' | 'items'; tokens: readonly Token[] } | undefined {
  if ('items' in token && Array.isArray(token.items)) return { key: 'items', tokens: token.items as Token[] };
  if ('tokens' in token && token.tokens) return { key: 'tokens', tokens: token.tokens };
  return undefined;
}

function isWordsLast(tokens: readonly Token[], source: string): boolean {
  const last = tokens.at(-1);
  if (!last) return false;
  const children = childrenOf(last);
  if (children) return HOLDERS.has(last.type) && isWordsLast(children.tokens, source);
  // linear: of the last hundred characters
  const tail = /[\p{L}\p{N}]+[,.;]?$/u.exec(source.slice(-100))?.[0];
  return last.type === 'text' && tail !== undefined && last.raw.endsWith(tail);
}

/** The same tokens with `words` behind the last text. Copies only the way to it. */
function withWords(tokens: readonly Token[], words: string): readonly Token[] {
  const last = tokens.at(-1);
  if (!last) return tokens;
  const children = childrenOf(last);
  const longer = children
    ? { ...last, [children.key]: withWords(children.tokens, words) }
    : { ...last, text: `${'text' in last ? last.text : last.raw}${words}` };
  return [...tokens.slice(0, -1), longer];
}
