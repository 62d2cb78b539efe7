import type { Token } from 'marked';
import type { LexerExtensions } from '../../src/markdown/markdown-components.ts';
import { safeUrl } from '../../src/markdown/render/safe-url.ts';
import { decodeEntities } from '../../src/markdown/streaming/decode-entities.ts';
import { lex } from '../../src/markdown/streaming/lex.ts';
import { createOpenLexer } from '../../src/markdown/streaming/lex-open.ts';
import { createMarkdownReader } from '../../src/markdown/streaming/read-markdown.ts';

/** The visible content of a markdown text, for tests: text with elements, text only, and link targets. */
export interface VisibleContent {
  readonly markup: string;
  readonly text: string;
  readonly links: readonly string[];
}

/** Parses a text like `Markdown`: block by block, with the last one open if `isStreaming`. */
export function visibleContentOf(
  text: string,
  isStreaming = false,
  extensions?: LexerExtensions,
): VisibleContent {
  const { parts, open, links: known } = createMarkdownReader()(text);
  const out = { markup: '', text: '', links: [] as string[] };
  for (const block of [...parts.flatMap(({ blocks }) => blocks), ...(open ? [open] : [])]) {
    if (block.kind === 'code') writeElement(out, 'pre', () => write(out, block.code));
    else if (isStreaming && block === open) writeAll(out, createOpenLexer()(block.source, known, extensions));
    else writeAll(out, lex(block.source, known, extensions));
    write(out, '\n');
  }
  return out;
}

type Writer = { markup: string; text: string; links: string[] };

function write(out: Writer, text: string): void {
  out.text += text;
  out.markup += text;
}

function writeElement(out: Writer, name: string, writeInner: () => void): void {
  out.markup += `<${name}>`;
  writeInner();
  out.markup += `</${name.split(' ', 1).join('')}>`;
}

function writeAll(out: Writer, tokens: readonly Token[], isInLink = false): void {
  for (const token of tokens) writeToken(out, token, isInLink);
}

function writeToken(out: Writer, token: Token, isInLink: boolean): void {
  if (token.type === 'space' || token.type === 'def') return;
  if (token.type === 'br' || token.type === 'hr') return write(out, '\n');
  if (token.type === 'table') {
    const { header, rows } = token as { header: { tokens: Token[] }[]; rows: { tokens: Token[] }[][] };
    for (const cell of [header, ...rows].flat()) {
      writeAll(out, cell.tokens);
      write(out, '\n');
    }
    return;
  }
  const inner: readonly Token[] | undefined =
    'items' in token ? (token.items as Token[]) : 'tokens' in token ? token.tokens : undefined;
  const writeInner = (inLink: boolean): void => {
    if (inner) writeAll(out, inner, inLink);
    else if (token.type === 'text') write(out, decodeEntities(String(token['text'])));
    else write(out, 'text' in token ? String(token['text']) : token.raw);
  };
  if (token.type === 'link' || token.type === 'image') {
    const url = safeUrl(decodeEntities(String(token['href'])));
    const isLink = url !== undefined && !isInLink;
    if (isLink) out.links.push(url);
    if (isLink) return writeElement(out, `a ${url}`, () => writeInner(true));
    return writeInner(true);
  }
  if (['text', 'paragraph', 'escape', 'html', 'checkbox'].includes(token.type)) return writeInner(isInLink);
  writeElement(out, token.type, () => writeInner(isInLink));
}
