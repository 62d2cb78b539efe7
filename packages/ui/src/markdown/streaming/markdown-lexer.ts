import type { MarkedOptions, Token, TokensList } from 'marked';
import { trimTrailing } from '../../internals/trim-trailing.ts';
import type { LexerExtensions } from '../markdown-components.ts';
import { BlockTokenizer } from './block-tokenizer.ts';
import { Lexer } from './marked-lexer.js';
import { findOpenLine, type LineEnd } from './open-line.ts';
import { type InlineSpan, type InlineSpans, readInlineSpans } from './read-inline-spans.ts';
import { MAX_TOKENS } from './read-limits.ts';

/**
 * Maximum nesting of lists, quotes and emphasis; deeper syntax is literal text. People nest about five levels. Without the
 * limit, a few thousand markers overflow the stack of the lexer and of the renderer.
 */
export const MAX_NESTING = 40;

/** Inline text that is being lexed: a paragraph, or the content of a span in it. */
interface Frame {
  readonly source: string;
  /** Where `source` begins in the text of `spans`. */
  readonly offset: number;
  readonly lineEnd: LineEnd;
  spans: InlineSpans | undefined;
  nextStop: number;
  readonly found: Found;
}

type Start = NonNullable<LexerExtensions['startInline']>[number];

/** The next start that each extension found, in characters before the end of the text. */
type Found = Map<Start, number>;

/**
 * marked's lexer with its own inline parser for emphasis, autolinks and the incomplete end of streamed text. marked parses
 * blocks, and inline links, code, tags and escapes.
 */
export class MarkdownLexer extends Lexer {
  /** The end of the text has no incomplete syntax. */
  isComplete = true;
  #depth = 0;
  #tokenCount = 0;
  #frames: Frame[] = [];
  /** The frame for the next call of `inlineTokens`, which lexes the content of a span. */
  #inner: Frame | undefined;
  /** The inline text that may grow. */
  #open: { readonly tokens: Token[]; readonly lineEnd: LineEnd } | undefined;
  readonly #extensions: LexerExtensions | undefined;
  readonly #tokenizer: BlockTokenizer;
  /** For the text of `blockTokens`. */
  #found: Found = new Map();

  constructor(extensions?: LexerExtensions) {
    const hooks = { emStrongMask: (masked: string) => this.#readInlineSpans(masked) };
    const tokenizer = new BlockTokenizer();
    super({
      gfm: true,
      tokenizer,
      extensions: {
        renderers: {},
        childTokens: {},
        ...extensions,
        inline: [(source) => this.#spanAt(source), ...(extensions?.inline ?? [])],
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
      // marked calls only this method of the class.
      hooks: hooks as unknown as NonNullable<MarkedOptions['hooks']>,
    });
    this.#extensions = extensions;
    this.#tokenizer = tokenizer;
  }

  /** Like `lex`, for text that may grow. */
  lexOpen(source: string): TokensList {
    return this.#lex(source, true);
  }

  override lex(source: string): TokensList {
    return this.#lex(source, false);
  }

  #lex(source: string, isOpen: boolean): TokensList {
    this.blockTokens(source, this.tokens);
    if (isOpen) this.#open = findOpenLine(this.tokens, source);
    // Lexing inline text may extend the queue.
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

  /** The index in `rest` that `start` returns, cached: all calls have a suffix of the same text. */
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
      lineEnd: tokens === this.#open?.tokens ? this.#open.lineEnd : 'closed',
      spans: undefined,
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

  /** marked's hook, called once for each inline text with links and code masked. An empty result disables its own emphasis. */
  #readInlineSpans(masked: string): string {
    const frame = this.#frames.at(-1);
    if (frame && !frame.spans) {
      frame.spans = readInlineSpans(frame.source, masked, frame.lineEnd, this.#findUnits(frame.source));
      if (!frame.spans.isComplete) this.isComplete = false;
    }
    return '';
  }

  /** The ranges of formulas and other extension syntax. */
  #findUnits(source: string): [number, number][] {
    const units: [number, number][] = [];
    const { inline = [], startInline = [] } = this.#extensions ?? {};
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

  #spanAt(source: string): Token | undefined {
    this.#tokenCount += 1;
    if (this.#tokenCount > MAX_TOKENS) return { type: 'text', raw: source, text: source };
    const frame = this.#frames.at(-1);
    if (!frame?.spans) return undefined;
    const at = frame.offset + frame.source.length - source.length;
    const span = frame.spans.byStart.get(at);
    return span && this.#toToken(span, source, frame.spans);
  }

  #toToken(span: InlineSpan, source: string, spans: InlineSpans): Token | undefined {
    const raw = source.slice(0, span.end - span.at);
    switch (span.kind) {
      case 'hidden':
        return { type: 'text', raw, text: '' };
      case 'literal':
        return { type: 'text', raw, text: raw };
      case 'code':
        return { type: 'codespan', raw, text: trimTrailing(raw.replace(/^`+ ?/, ''), '`') };
      case 'autolink': {
        if (this.state.inLink) return undefined;
        const tokens = [{ type: 'text', raw, text: raw }];
        return { type: 'link', raw, text: raw, href: span.href, title: null, tokens };
      }
      case 'label': {
        const wasInLink = this.state.inLink;
        this.state.inLink = true;
        const tokens = this.#lexSpan(raw, span.at, span.mark, spans);
        this.state.inLink = wasInLink;
        return { type: 'link', raw, text: raw, href: '', title: null, tokens };
      }
      default: {
        const whole = span.isClosed ? source.slice(0, span.end + span.mark - span.at) : raw;
        return {
          type: span.kind,
          raw: whole,
          text: raw.slice(span.mark),
          tokens: this.#lexSpan(raw, span.at, span.mark, spans),
        };
      }
    }
  }

  /** Lexes the content after the opening delimiter at `at`, up to the end of `raw`, with the spans already known. */
  #lexSpan(raw: string, at: number, mark: number, spans: InlineSpans): Token[] {
    const source = raw.slice(mark);
    this.#inner = { source, offset: at + mark, lineEnd: 'closed', spans, nextStop: 0, found: new Map() };
    return this.inlineTokens(source);
  }

  /** Where plain text must end because a span begins. `rest` begins at the second character of the text. */
  #nextStop(rest: string): number | undefined {
    const frame = this.#frames.at(-1);
    if (!frame?.spans) return undefined;
    const { stops } = frame.spans;
    const at = frame.offset + frame.source.length - rest.length;
    while (frame.nextStop < stops.length && (stops[frame.nextStop] ?? 0) < at) frame.nextStop += 1;
    const stop = stops[frame.nextStop];
    return stop === undefined ? undefined : stop - at;
  }
}
