import type { MarkedToken, Token } from 'marked';

/**
 * The end of an inline text: it is complete (`closed`), or it may grow and ends with white space (`space`) or with another
 * character, whose meaning may depend on the next one (`open`).
 */
export type LineEnd = 'closed' | 'space' | 'open';

/**
 * The inline text at the end of `source`: its token list, and its end. `undefined` if `source` ends with other syntax or a
 * line break.
 */
export function findOpenLine(
  tokens: readonly Token[],
  source: string,
): { tokens: Token[]; lineEnd: LineEnd } | undefined {
  const tail = source.slice(source.trimEnd().length);
  if (tail.includes('\n')) return undefined;
  const inline = lastInlineTokens(tokens, source);
  return inline && { tokens: inline, lineEnd: tail === '' ? 'open' : 'space' };
}

function lastInlineTokens(tokens: readonly Token[], source: string): Token[] | undefined {
  const last = tokens.at(-1) as MarkedToken | undefined;
  switch (last?.type) {
    case 'paragraph':
    case 'heading':
      return last.tokens;
    case 'text':
      return last.tokens;
    case 'blockquote':
      return lastInlineTokens(last.tokens, source);
    case 'list':
      return lastInlineTokens(last.items.at(-1)?.tokens ?? [], source);
    case 'table':
      // A pipe ends the cell.
      return source.trimEnd().endsWith('|')
        ? undefined
        : last.rows.at(-1)?.findLast(({ text }) => text !== '')?.tokens;
    default:
      return undefined;
  }
}
