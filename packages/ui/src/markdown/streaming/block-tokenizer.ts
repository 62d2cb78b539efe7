import type { Tokens } from 'marked';
import { Lexer, Tokenizer } from './marked-lexer.js';

/**
 * How many characters the search for the end of a link may pass over in one block. Each bracket looks
 * for its partner in the rest of the line of words, so a few thousand brackets without partners would take minutes.
 */
const SEARCHED_CHARACTERS = 5_000_000;

/** A line break in HTML, which markdown has no other way to write in a cell. No other HTML is read. */
const BREAK = /^<br\s*\/?>/i;
/** A note at the foot is no definition of a link, though it looks like one. */
const FOOTNOTE = /^ {0,3}\[\^/;
/** How many cells of a table may be made up, as its rows have fewer than its head. */
const MADE_UP_CELLS = 1_000;
/** The head of a table and the line below it. */
const TABLE_HEAD = /^[^\n]*\n[^\n]*(?:\n|$)/;
/** A quote up to where it goes on behind unmarked lines the eighth time: marked reads a list in it anew each time. */
// linear: a line is one of two kinds
const QUOTE = /^(?:(?: {0,3}>[^\n]*\n)+(?:(?! {0,3}>)[^\n]*\n)+){8}/;
/** So many backticks in a row: a search for the end of a link tries each of them as the beginning of code. */
const LONG_RUN = /`{100,}/g;
/** What ends words: a character that may mean something, and the end of a line. */
const WORDS_END = /[\\<![`*~_\n]/g;
/** What a heading with an underline may have above it: marked's pattern for the whole, up to the underline. */
// linear: each character has one alternative
const PARAGRAPH = new RegExp(`${Lexer.rules.block.gfm.lheading.source.split('+?)\\n')[0]}+)`);

/**
 * marked's tokenizer without its rules for emphasis and bare addresses, which the lexer reads itself. The rules that are
 * replaced here are not in `marked-lexer.js` (`scripts/marked-cuts.mjs`).
 */
export class BlockTokenizer extends Tokenizer {
  #left = SEARCHED_CHARACTERS;
  /** Up to how many characters before the end of the text no underline was found; see {@link lheading}. */
  #plainTo = Infinity;

  override html(source: string): Tokens.HTML | undefined {
    return BREAK.test(source.trimStart()) ? undefined : super.html(source);
  }

  override def(source: string): Tokens.Def | undefined {
    return FOOTNOTE.test(source) ? undefined : super.def(source);
  }

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return super.blockquote(QUOTE.exec(source)?.[0] ?? source);
  }

  /** The rows are looked at only below a head that is one, and no row is filled up to thousands of cells. */
  override table(source: string): Tokens.Table | undefined {
    if (!super.table(TABLE_HEAD.exec(source)?.[0] ?? '')) return undefined;
    const [raw = '', , columns = '', rows = ''] = this.rules.block.table.exec(source) ?? [];
    const cells = columns.split('|').length * rows.split('\n').length;
    return cells > raw.length + MADE_UP_CELLS ? undefined : super.table(source);
  }

  /**
   * A heading whose underline is searched for line by line, up to a line that ends the paragraph. Where none was found, none
   * will be from the lines between: only the first of them searches.
   */
  override lheading(source: string): Tokens.Heading | undefined {
    if (source.length > this.#plainTo) return undefined;
    const heading = super.lheading(source);
    this.#plainTo = heading ? Infinity : source.length - (PARAGRAPH.exec(source)?.[0].length ?? 0);
    return heading;
  }

  /** The text that is read next is not the rest of the one before. */
  beginText(): void {
    this.#plainTo = Infinity;
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
    for (const [run] of source.matchAll(LONG_RUN)) this.#left -= run.length ** 2;
    return this.#left >= 0;
  }
}
