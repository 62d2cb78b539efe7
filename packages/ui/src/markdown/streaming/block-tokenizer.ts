import type { Tokens } from 'marked';
import { Lexer, Tokenizer } from './marked-lexer.js';

/**
 * Budget in characters for the searches for the end of a link in one block. Each opening bracket searches the rest of its
 * paragraph, so a few thousand unclosed brackets would take minutes.
 */
const SEARCHED_CHARACTERS = 5_000_000;

/** `<br>`, the only way to write a line break in a table cell. No other HTML is supported. */
const BREAK = /^<br\s*\/?>/i;
/** A footnote, which looks like a link definition. */
const FOOTNOTE = /^ {0,3}\[\^/;
/** Limit of the empty cells that marked adds to rows with fewer cells than the header. */
const MAX_PADDED_CELLS = 1_000;
/** The header of a table and its delimiter row. */
const TABLE_HEAD = /^[^\n]*\n[^\n]*(?:\n|$)/;
/** A quote up to its eighth lazy continuation: marked parses a list in the quote again for each of them. */
// linear: a line is one of two kinds
const QUOTE = /^(?:(?: {0,3}>[^\n]*\n)+(?:(?! {0,3}>)[^\n]*\n)+){8}/;
/** The lines of a quote up to its first lazy continuation. */
const QUOTED_LINES = /^(?: {0,3}>[^\n]*(?:\n|$))+/;
/** Quotes in quotes with a lazy continuation: marked parses each again with it, outside of the limit of nesting. */
const MAX_CONTINUED_QUOTES = 40;
/** A long run of backticks: the search for the end of a link tries each of them as the beginning of code. */
const LONG_RUN = /`{100,}/g;
/** What ends plain text: a character with a possible meaning, or the end of a line. */
const TEXT_END = /[\\<![`*~_\n]/g;
/** The text of a setext heading: marked's pattern for the heading, up to the underline. */
// linear: each character has one alternative
const PARAGRAPH = new RegExp(`${Lexer.rules.block.gfm.lheading.source.split('+?)\\n')[0]}+)`);

/**
 * marked's tokenizer without its rules for emphasis and autolinks, which `MarkdownLexer` parses. The methods that are
 * replaced here are removed from `marked-lexer.js` (`scripts/marked-cuts.mjs`).
 */
export class BlockTokenizer extends Tokenizer {
  #left = SEARCHED_CHARACTERS;
  #quotes = 0;
  /** No underline exists before this number of characters from the end of the text; see {@link lheading}. */
  #noUnderlineTo = Infinity;

  override html(source: string): Tokens.HTML | undefined {
    return BREAK.test(source.trimStart()) ? undefined : super.html(source);
  }

  override def(source: string): Tokens.Def | undefined {
    return FOOTNOTE.test(source) ? undefined : super.def(source);
  }

  override blockquote(source: string): Tokens.Blockquote | undefined {
    const pattern = this.#quotes < MAX_CONTINUED_QUOTES ? QUOTE : QUOTED_LINES;
    this.#quotes += 1;
    try {
      return super.blockquote(pattern.exec(source)?.[0] ?? source);
    } finally {
      this.#quotes -= 1;
    }
  }

  /** Reads the rows only if the header is valid, and refuses tables that marked would pad with too many cells. */
  override table(source: string): Tokens.Table | undefined {
    if (!super.table(TABLE_HEAD.exec(source)?.[0] ?? '')) return undefined;
    const [raw = '', , columns = '', rows = ''] = this.rules.block.table.exec(source) ?? [];
    const cells = columns.split('|').length * rows.split('\n').length;
    return cells > raw.length + MAX_PADDED_CELLS ? undefined : super.table(source);
  }

  /**
   * A setext heading. The search for its underline goes to the end of the paragraph; after a search without a result, the
   * other lines of the paragraph do not search again.
   */
  override lheading(source: string): Tokens.Heading | undefined {
    if (source.length > this.#noUnderlineTo) return undefined;
    const heading = super.lheading(source);
    this.#noUnderlineTo = heading ? Infinity : source.length - (PARAGRAPH.exec(source)?.[0].length ?? 0);
    return heading;
  }

  /** Resets the state between texts: positions count from the end of the text. */
  beginText(): void {
    this.#noUnderlineTo = Infinity;
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

  /** Plain text up to the next character with a possible meaning. A run of backticks or tildes counts as one character. */
  override inlineText(source: string): Tokens.Text | undefined {
    const first = /^(?:`+|~+|[^])/.exec(source)?.[0] ?? '';
    TEXT_END.lastIndex = first.length;
    let end = source.length;
    for (let next = TEXT_END.exec(source); next; next = TEXT_END.exec(source)) {
      end = next.index;
      if (next[0] !== '\n') break;
      // Two spaces before the end of a line are a hard line break.
      while (end > 1 && source.charAt(end - 1) === ' ') end -= 1;
      if (next.index - end >= 2) break;
      end = source.length;
    }
    const raw = source.slice(0, Math.max(end, first.length));
    return { type: 'text', raw, text: raw, escaped: false };
  }

  /** Charges the budget for text that may begin a link. */
  #maySearch(source: string): boolean {
    if (!/^!?\[/.test(source)) return true;
    this.#left -= source.length;
    for (const [run] of source.matchAll(LONG_RUN)) this.#left -= run.length ** 2;
    return this.#left >= 0;
  }
}
