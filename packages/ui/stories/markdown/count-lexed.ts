import type { Token, TokensList } from 'marked';
import { vi } from 'vitest';
import { MarkdownLexer } from '../../src/markdown/streaming/markdown-lexer.ts';

/** Counts the characters that the lexer receives at each level of nesting while `read` runs. Restores all mocks. */
export function countLexed(read: () => void): number {
  let count = 0;
  const { blockTokens, inlineTokens } = MarkdownLexer.prototype;
  vi.spyOn(MarkdownLexer.prototype, 'blockTokens').mockImplementation(function counted(
    this: MarkdownLexer,
    source: string,
    tokens?: TokensList,
    isClipped?: boolean,
  ) {
    count += source.length;
    return blockTokens.call(this, source, tokens, isClipped);
  });
  vi.spyOn(MarkdownLexer.prototype, 'inlineTokens').mockImplementation(function counted(
    this: MarkdownLexer,
    source: string,
    tokens?: Token[],
  ) {
    count += source.length;
    return inlineTokens.call(this, source, tokens);
  });
  read();
  // Spies keep their arguments until the test file ends: thousands of texts would fill the memory.
  vi.clearAllMocks();
  vi.restoreAllMocks();
  return count;
}
