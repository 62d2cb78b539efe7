import { Lexer, type Token, type TokensList } from 'marked';

/**
 * How deep lists, quotes and emphasis may stand inside of each other. People nest five deep; past this limit the marks
 * are letters. Without it a few thousand marks overflow the stack of the lexer and of the renderer.
 */
export const MAX_NESTING = 40;

/** marked's lexer, reading what is nested deeper than {@link MAX_NESTING} as text. */
export class BoundedLexer extends Lexer {
  #depth = 0;

  override blockTokens(source: string, tokens?: Token[], isClipped?: boolean): Token[];
  override blockTokens(source: string, tokens?: TokensList, isClipped?: boolean): TokensList;
  override blockTokens(source: string, tokens: Token[] = [], isClipped = false): Token[] {
    return this.#nest(source, tokens, () => super.blockTokens(source, tokens, isClipped));
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    return this.#nest(source, tokens, () => super.inlineTokens(source, tokens));
  }

  #nest(source: string, tokens: Token[], read: () => Token[]): Token[] {
    if (this.#depth >= MAX_NESTING) {
      if (source !== '') tokens.push({ type: 'text', raw: source, text: source });
      return tokens;
    }
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }
}
