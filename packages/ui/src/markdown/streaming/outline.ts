import type { Token } from 'marked';
import type { LexerExtensions } from '../markdown-components.ts';
import { safeUrl } from '../render/safe-url.ts';
import { decodeEntities } from './decode-entities.ts';
import { lex } from './lex.ts';
import { createOpenLexer } from './lex-open.ts';
import { createMarkdownReader } from './read-markdown.ts';

/** What a person sees of a text, for tests: its letters with the elements around them, its letters alone, its links. */
export interface Outline {
  readonly marked: string;
  readonly letters: string;
  readonly links: readonly string[];
}

/** Reads a text as `Markdown` does: block by block, the last one open or not. */
export function outlineOf(text: string, isStreaming = false, extensions?: LexerExtensions): Outline {
  const { parts, open, links: known } = createMarkdownReader()(text);
  const out = { marked: '', letters: '', links: [] as string[] };
  for (const block of [...parts.flatMap(({ blocks }) => blocks), ...(open ? [open] : [])]) {
    if (block.kind === 'code') add(out, 'pre', () => write(out, block.code));
    else if (isStreaming && block === open) writeAll(out, createOpenLexer()(block.source, known, extensions));
    else writeAll(out, lex(block.source, known, extensions));
    write(out, '\n');
  }
  return out;
}

type Writing = { marked: string; letters: string; links: string[] };

function write(out: Writing, letters: string): void {
  out.letters += letters;
  out.marked += letters;
}

function add(out: Writing, name: string, writeInner: () => void): void {
  out.marked += `<${name}>`;
  writeInner();
  out.marked += `</${name.split(' ', 1).join('')}>`;
}

function writeAll(out: Writing, tokens: readonly Token[], isInLink = false): void {
  for (const token of tokens) writeToken(out, token, isInLink);
}

function writeToken(out: Writing, token: Token, isInLink: boolean): void {
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
    if (isLink) return add(out, `a ${url}`, () => writeInner(true));
    return writeInner(true);
  }
  if (['text', 'paragraph', 'escape', 'html', 'checkbox'].includes(token.type)) return writeInner(isInLink);
  add(out, token.type, () => writeInner(isInLink));
}
