import type { MarkedOptions, Token, TokensList } from 'marked';
import { withoutLast } from '../../internals/without-last.ts';
import type { LexerExtensions } from '../markdown-components.ts';
import { BlockTokenizer } from './block-tokenizer.ts';
import type { Ending } from './ending.ts';
import { Lexer } from './marked-lexer.js';
import { openWords } from './open-words.ts';
import { MAX_TOKENS } from './read-limits.ts';
import { type Mark, type Marks, readMarks } from './read-marks.ts';

/**
 * How deep lists, quotes and emphasis may stand inside of each other. People nest five deep; past this limit the marks
 * are letters. Without it a few thousand marks overflow the stack of the lexer and of the renderer.
 */
export const MAX_NESTING = 40;

/** A line of words that is being read, or the words between two marks of one. */
interface Frame {
  readonly source: string;
  /** Where they begin in the line that `marks` were read of. */
  readonly offset: number;
  readonly ending: Ending;
  marks: Marks | undefined;
  nextStop: number;
  readonly found: Found;
}

type Start = NonNullable<LexerExtensions['startInline']>[number];

/** Where each of the extensions found its next beginning, in characters before the end of the text. */
type Found = Map<Start, number>;

/**
 * marked's lexer with one reader of our own for what stands in a line of words: emphasis, bare addresses, and the end of
 * a text that is still being written. marked reads blocks, and links, code, tags and escapes in a line.
 */
export class MarkdownLexer extends Lexer {
  /** Nothing at the end of the text waits for what comes next. */
  isSettled = true;
  #depth = 0;
  #made = 0;
  #frames: Frame[] = [];
  /** The frame of the words between marks that are about to be read. */
  #inner: Frame | undefined;
  /** The line of words that more may be written to. */
  #open: { readonly tokens: Token[]; readonly ending: Ending } | undefined;
  readonly #units: LexerExtensions | undefined;
  readonly #tokenizer: BlockTokenizer;
  /** Of the text that is read block by block. */
  #found: Found = new Map();

  constructor(extensions?: LexerExtensions) {
    const hooks = { emStrongMask: (masked: string) => this.#readMarks(masked) };
    const tokenizer = new BlockTokenizer();
    super({
      gfm: true,
      tokenizer,
      extensions: {
        renderers: {},
        childTokens: {},
        ...extensions,
        inline: [(source) => this.#markAt(source), ...(extensions?.inline ?? [])],
        startInline: [
          (rest) => this.#nextStop(rest),
          ...(extensions?.startInline ?? []).map(
            (start) => (rest: string) => this.#startIn(rest, start, this.#frames.at(-1)?.found),
          ),
        ],
        startBlock: (extensions?.startBlock ?? []).map(
          (start) => (rest: string) => this.#startIn(rest, start, this.#found),
        ),
      },
      // marked asks for one method of the class only.
      hooks: hooks as unknown as NonNullable<MarkedOptions['hooks']>,
    });
    this.#units = extensions;
    this.#tokenizer = tokenizer;
  }

  /** As `lex`, for a text to which more may be written. */
  lexOpen(source: string): TokensList {
    return this.#lex(source, true);
  }

  override lex(source: string): TokensList {
    return this.#lex(source, false);
  }

  #lex(source: string, isOpen: boolean): TokensList {
    this.blockTokens(source, this.tokens);
    if (isOpen) this.#open = openWords(this.tokens, source);
    // Reading one line of words may put further ones into the queue.
    for (const { src, tokens } of this.inlineQueue) {
      this.state.inRawBlock = false;
      this.inlineTokens(src, tokens);
    }
    this.inlineQueue = [];
    return this.tokens;
  }

  override blockTokens(source: string, tokens?: Token[], isClipped?: boolean): Token[];
  override blockTokens(source: string, tokens?: TokensList, isClipped?: boolean): TokensList;
  override blockTokens(source: string, tokens: Token[] = [], isClipped = false): Token[] {
    return this.#nest(source, tokens, () => {
      const found = this.#found;
      this.#found = new Map();
      this.#tokenizer.beginText();
      const read = super.blockTokens(source, tokens, isClipped);
      this.#tokenizer.beginText();
      this.#found = found;
      return read;
    });
  }

  /** Where `start` finds a beginning in `rest`, searched for once for all the rests that end there. */
  #startIn(rest: string, start: Start, found: Found | undefined): number | undefined {
    let left = found?.get(start);
    if (left === undefined || left > rest.length) {
      const at = start.call({ lexer: this }, rest);
      left = typeof at === 'number' && at >= 0 ? rest.length - at : -1;
      found?.set(start, left);
    }
    return left < 0 ? undefined : rest.length - left;
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    const frame = this.#inner ?? {
      source,
      offset: 0,
      ending: tokens === this.#open?.tokens ? this.#open.ending : 'closed',
      marks: undefined,
      nextStop: 0,
      found: new Map(),
    };
    this.#inner = undefined;
    return this.#nest(source, tokens, () => {
      this.#frames.push(frame);
      try {
        return super.inlineTokens(source, tokens);
      } finally {
        this.#frames.pop();
      }
    });
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

  /** marked masks what emphasis skips, once for each line of words. We read the marks of the rest, so it need not. */
  #readMarks(masked: string): string {
    const frame = this.#frames.at(-1);
    if (frame && !frame.marks) {
      frame.marks = readMarks(frame.source, masked, frame.ending, this.#findUnits(frame.source));
      if (!frame.marks.isSettled) this.isSettled = false;
    }
    return '';
  }

  /** Formulas and others that an extension reads. */
  #findUnits(source: string): [number, number][] {
    const units: [number, number][] = [];
    const { inline = [], startInline = [] } = this.#units ?? {};
    const found: Found = new Map();
    for (let at = 0; startInline.length > 0 && at < source.length; ) {
      const rest = source.slice(at);
      const start = Math.min(...startInline.map((next) => this.#startIn(rest, next, found) ?? Infinity));
      if (start === Infinity) break;
      at += start;
      let length = 1;
      for (const read of inline)
        length = Math.max(length, read.call({ lexer: this }, source.slice(at), [])?.raw.length ?? 0);
      if (length > 1) units.push([at, at + length]);
      at += length;
    }
    return units;
  }

  #markAt(source: string): Token | undefined {
    this.#made += 1;
    if (this.#made > MAX_TOKENS) return { type: 'text', raw: source, text: source };
    const frame = this.#frames.at(-1);
    if (!frame?.marks) return undefined;
    const at = frame.offset + frame.source.length - source.length;
    const mark = frame.marks.byStart.get(at);
    return mark && this.#toToken(mark, source, frame.marks);
  }

  #toToken(mark: Mark, source: string, marks: Marks): Token | undefined {
    const raw = source.slice(0, mark.end - mark.at);
    switch (mark.kind) {
      case 'hidden':
        return { type: 'text', raw, text: '' };
      case 'letters':
        return { type: 'text', raw, text: raw };
      case 'code':
        return { type: 'codespan', raw, text: withoutLast(raw.replace(/^`+ ?/, ''), '`') };
      case 'address': {
        if (this.state.inLink) return undefined;
        const tokens = [{ type: 'text', raw, text: raw }];
        return { type: 'link', raw, text: raw, href: mark.href, title: null, tokens };
      }
      case 'label': {
        const wasInLink = this.state.inLink;
        this.state.inLink = true;
        const tokens = this.#between(raw, mark.at, mark.mark, marks);
        this.state.inLink = wasInLink;
        return { type: 'link', raw, text: raw, href: '', title: null, tokens };
      }
      default: {
        const whole = mark.isClosed ? source.slice(0, mark.end + mark.mark - mark.at) : raw;
        return {
          type: mark.kind,
          raw: whole,
          text: raw.slice(mark.mark),
          tokens: this.#between(raw, mark.at, mark.mark, marks),
        };
      }
    }
  }

  /** Reads what stands behind the opening mark at `at`, up to the end of `raw`: its marks are known. */
  #between(raw: string, at: number, mark: number, marks: Marks): Token[] {
    const source = raw.slice(mark);
    this.#inner = { source, offset: at + mark, ending: 'closed', marks, nextStop: 0, found: new Map() };
    return this.inlineTokens(source);
  }

  /** Where words must end so that a mark behind them is seen. `rest` begins at their second character. */
  #nextStop(rest: string): number | undefined {
    const frame = this.#frames.at(-1);
    if (!frame?.marks) return undefined;
    const { stops } = frame.marks;
    const at = frame.offset + frame.source.length - rest.length;
    while (frame.nextStop < stops.length && (stops[frame.nextStop] ?? 0) < at) frame.nextStop += 1;
    const stop = stops[frame.nextStop];
    return stop === undefined ? undefined : stop - at;
  }
}
