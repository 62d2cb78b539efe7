import type { Lexer, Token } from 'marked';
import type { LexerExtensions } from '../markdown-components.ts';
import { MarkdownLexer } from './markdown-lexer.ts';
import { MAX_BLOCK, readableLength } from './read-limits.ts';

/** Link definitions by normalized label. */
export type Links = Lexer['tokens']['links'];

export const NO_LINKS: Links = {};

/** Lexes one block. `links` are the definitions of the whole text, before and after the block. */
export function lex(source: string, links: Links, extensions?: LexerExtensions): readonly Token[] {
  const lexer = new MarkdownLexer(extensions);
  Object.assign(lexer.tokens.links, links);
  return lexer.lex(source);
}

const MAY_DEFINE = /^ {0,3}\[[^\]^\n][^\]\n\r\u2028\u2029]*\]:/m;

/** Adds the definitions in `source` to `links`; returns the same object if there are none. The first one of a label wins. */
export function collectLinks(source: string, links: Links): Links {
  if (!MAY_DEFINE.test(source)) return links;
  const lexer = new MarkdownLexer();
  lexer.blockTokens(source.slice(0, readableLength(source, MAX_BLOCK)), lexer.tokens);
  const isNew = Object.keys(lexer.tokens.links).some((label) => !Object.hasOwn(links, label));
  return isNew ? { ...lexer.tokens.links, ...links } : links;
}
