import type { MarkedToken, Token } from 'marked';
import { decodeEntities } from './decode-entities.ts';
import { lex, NO_LINKS } from './lex.ts';
import { MAX_BLOCK, readableLength } from './read-limits.ts';

/** Converts markdown to the text for a screen reader announcement: without syntax, one line per block. Limited to `MAX_BLOCK`. */
export function spokenText(markdown: string): string {
  return textOf(lex(markdown.slice(0, readableLength(markdown, MAX_BLOCK)), NO_LINKS))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => textOfToken(token as MarkedToken)).join('');
}

function textOfToken(token: MarkedToken): string {
  switch (token.type) {
    case 'table':
      return [token.header, ...token.rows]
        .map((row) => `${row.map((cell) => textOf(cell.tokens)).join(', ')}\n`)
        .join('');
    case 'list':
      return token.items.map((item) => `${textOf(item.tokens)}\n`).join('');
    case 'heading':
    case 'paragraph':
    case 'blockquote':
      return `${textOf(token.tokens)}\n`;
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
      if ('tokens' in token && token.tokens) return textOf(token.tokens);
      return decodeEntities(token.text);
  }
}
