import type { MarkedToken, Token } from 'marked';
import type { Ending } from './ending.ts';

/**
 * The line of words that `source` ends in: the tokens that are to be read of it, and how it ends. Undefined where it ends
 * in something else, or with the end of the line.
 */
export function openWords(
  tokens: readonly Token[],
  source: string,
): { tokens: Token[]; ending: Ending } | undefined {
  const tail = source.slice(source.trimEnd().length);
  if (tail.includes('\n')) return undefined;
  const strings = lastWords(tokens, source);
  return strings && { tokens: strings, ending: tail === '' ? 'open' : 'space' };
}

function lastWords(tokens: readonly Token[], source: string): Token[] | undefined {
  const last = tokens.at(-1) as MarkedToken | undefined;
  switch (last?.type) {
    case 'paragraph':
    case 'heading':
      return last.tokens;
    case 'text':
      return last.tokens;
    case 'blockquote':
      return lastWords(last.tokens, source);
    case 'list':
      return lastWords(last.items.at(-1)?.tokens ?? [], source);
    case 'table':
      // A bar ends the cell.
      return source.trimEnd().endsWith('|')
        ? undefined
        : last.rows.at(-1)?.findLast(({ text }) => text !== '')?.tokens;
    default:
      return undefined;
  }
}
