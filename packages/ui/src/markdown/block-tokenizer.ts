import type { Tokens } from 'marked';
import { Tokenizer } from './marked-lexer.js';

/**
 * How many characters the search for the end of a link may pass over in one block. Each bracket looks for its partner in
 * the rest of the line of words, so a few thousand brackets without partners would take minutes.
 */
const SEARCHED_CHARACTERS = 5_000_000;

/** A line break in HTML, which markdown has no other way to write in a cell. No other HTML is read. */
const BREAK = /^<br\s*\/?>/i;
/** A note at the foot is no definition of a link, though it looks like one. */
const FOOTNOTE = /^ {0,3}\[\^/;
/** What ends words: a character that may mean something, and the end of a line. */
const WORDS_END = /[\\<![`*~_\n]/g;

/**
 * marked's tokenizer without its rules for emphasis and bare addresses, which the lexer reads itself. The rules that are
 * replaced here are not in `marked-lexer.js` (`scripts/marked-cuts.mjs`).
 */
export class BlockTokenizer extends Tokenizer {
  #left = SEARCHED_CHARACTERS;

  override html(source: string): Tokens.HTML | undefined {
    return BREAK.test(source.trimStart()) ? undefined : super.html(source);
  }

  override def(source: string): Tokens.Def | undefined {
    return FOOTNOTE.test(source) ? undefined : super.def(source);
  }

  override tag(source: string): Tokens.Tag | undefined {
    return BREAK.test(source) ? undefined : super.tag(source);
  }

  override br(source: string): Tokens.Br | undefined {
    const raw = BREAK.exec(source)?.[0];
    return raw === undefined ? super.br(source) : { type: 'br', raw };
  }

  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    return this.#maySearch(source) ? super.link(source) : undefined;
  }

  override reflink(
    source: string,
    links: Parameters<Tokenizer['reflink']>[1],
  ): Tokens.Link | Tokens.Image | Tokens.Text | undefined {
    return this.#maySearch(source) ? super.reflink(source, links) : undefined;
  }

  override emStrong(): undefined {
    return undefined;
  }

  override del(): undefined {
    return undefined;
  }

  override url(): undefined {
    return undefined;
  }

  /** Words up to the next character that may mean something; a run of backticks or tildes is one. */
  override inlineText(source: string): Tokens.Text | undefined {
    const first = /^(?:`+|~+|[^])/.exec(source)?.[0] ?? '';
    WORDS_END.lastIndex = first.length;
    let end = source.length;
    for (let next = WORDS_END.exec(source); next; next = WORDS_END.exec(source)) {
      end = next.index;
      if (next[0] !== '\n') break;
      // Two spaces before it make a line break of it.
      while (end > 1 && source.charAt(end - 1) === ' ') end -= 1;
      if (next.index - end >= 2) break;
      end = source.length;
    }
    const raw = source.slice(0, Math.max(end, first.length));
    return { type: 'text', raw, text: raw, escaped: false };
  }

  /** Only what may begin a link costs anything. */
  #maySearch(source: string): boolean {
    if (!/^!?\[/.test(source)) return true;
    this.#left -= source.length;
    return this.#left >= 0;
  }
}
