import type { MarkedToken, Token } from 'marked';
import { decodeEntities } from './decode-entities.ts';
import { lex, NO_LINKS } from './lex.ts';
import { MAX_BLOCK, readableLength } from './read-limits.ts';

/** The beginning of a markdown text as it is read out: its words without its marks, a line for each block. */
export function plainWords(markdown: string): string {
  return wordsOf(lex(markdown.slice(0, readableLength(markdown, MAX_BLOCK)), NO_LINKS))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((token) => wordsIn(token as MarkedToken)).join('');
}

function wordsIn(token: MarkedToken): string {
  switch (token.type) {
    case 'table':
      return [token.header, ...token.rows]
        .map((row) => `${row.map((cell) => wordsOf(cell.tokens)).join(', ')}\n`)
        .join('');
    case 'list':
      return token.items.map((item) => `${wordsOf(item.tokens)}\n`).join('');
    case 'heading':
    case 'paragraph':
    case 'blockquote':
      return `${wordsOf(token.tokens)}\n`;
    case 'code':
      return `${token.text}\n`;
    case 'codespan':
      return token.text;
    case 'br':
    case 'space':
    case 'hr':
      return '\n';
    case 'def':
    case 'checkbox':
      return '';
    case 'html':
      return token.raw;
    default:
      if ('tokens' in token && token.tokens) return wordsOf(token.tokens);
      return decodeEntities(token.text);
  }
}
