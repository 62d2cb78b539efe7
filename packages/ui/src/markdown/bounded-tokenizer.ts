import { Tokenizer, type Tokens } from 'marked';

/**
 * How many characters the search for the partners of marks may pass over in one block. Each mark looks for its partner in
 * the rest of the line of words, so a few thousand marks without partners would take minutes. Prose of 3,000 characters
 * has room for 1,600 marks.
 */
const SEARCHED_CHARACTERS = 5_000_000;

/** marked's tokenizer, for one block: once the search for partners has become too long, marks are letters. */
export class BoundedTokenizer extends Tokenizer {
  #left = SEARCHED_CHARACTERS;

  override emStrong(source: string, masked: string, before?: string): Tokens.Em | Tokens.Strong | undefined {
    return this.#maySearch(source) ? super.emStrong(source, masked, before) : undefined;
  }

  override del(source: string, masked: string, before?: string): Tokens.Del | undefined {
    return this.#maySearch(source) ? super.del(source, masked, before) : undefined;
  }

  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    return this.#maySearch(source) ? super.link(source) : undefined;
  }

  /** Only what may begin a span costs anything. */
  #maySearch(source: string): boolean {
    if (!/^[*_~![]/.test(source)) return true;
    this.#left -= source.length;
    return this.#left >= 0;
  }
}
