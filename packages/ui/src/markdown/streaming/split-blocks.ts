import { closesFence, type Fence, fencedCode, openFence } from './fence.ts';

/** A section of markdown that can be parsed independently of the rest of the text. */
export type Block =
  | { readonly kind: 'text'; readonly source: string }
  | { readonly kind: 'code'; readonly language: string; readonly code: string };

/** The blocks of a growing text. Depends only on the text, not on the pieces it arrived in. */
export interface Split {
  readonly text: string;
  /** Complete blocks, which further text cannot change. */
  readonly closed: readonly Block[];
  /** The last block, which further text may change. */
  readonly open: Block | undefined;
  /** @internal Where parsing continues. */
  readonly '~at': Cursor;
}

/** The parser state at the start of a line. Depends only on the text before that line. */
interface Cursor {
  /** Where the open block begins. */
  start: number;
  /** Where the next unread line begins. */
  line: number;
  fence: Fence | undefined;
  /** Where the code after an opening fence begins. */
  body: number;
  inBlock: boolean;
  inList: boolean;
  /** The end of the open HTML block; see {@link htmlBlockEnd}. */
  html: string | undefined;
  afterBlank: boolean;
}

/** HTML blocks that end with their closing tag. */
const RAW_HTML = /^ {0,3}<(script|pre|style|textarea)(?:[\s>]|$)/i;
const HTML_TAG = /^ {0,3}<\/?[a-z][\w-]*(?:[\s/>]|$)/i;
const HTML_OPENERS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}<!--/, '-->'],
  [/^ {0,3}<\?/, '?>'],
  [/^ {0,3}<!\[CDATA\[/, ']]>'],
  [/^ {0,3}<![a-z]/i, '>'],
];

const LIST_ITEM = /^ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|$)/;

const FRESH: Cursor = {
  start: 0,
  line: 0,
  fence: undefined,
  body: 0,
  inBlock: false,
  inList: false,
  html: undefined,
  afterBlank: false,
};

/**
 * Splits a text into closed blocks and the open one. With `previous`, the split of a prefix of the text, only the new text
 * is read.
 *
 * A block closes where further text cannot change it: after a blank line before an unindented line that does not continue
 * a list, and around fences. One block may contain several markdown blocks, which only costs time.
 */
export function splitBlocks(text: string, previous?: Split): Split {
  const grows = previous !== undefined && text.startsWith(previous.text);
  if (grows && previous.text.length === text.length) return previous;
  const at: Cursor = { ...(grows ? previous['~at'] : FRESH) };
  const closed: Block[] = grows ? [...previous.closed] : [];
  const known = closed.length;

  for (let end = text.indexOf('\n', at.line); end !== -1; end = text.indexOf('\n', at.line)) {
    readLine(text, end, at, closed);
    at.line = end + 1;
  }
  // A line that begins with a letter cannot continue a block above a blank line: close without waiting for its end.
  if (at.inBlock && at.afterBlank && !at.fence && /^\p{L}/u.test(text.slice(at.line, at.line + 2))) {
    closeText(text, at, closed);
  }
  return {
    text,
    closed: grows && closed.length === known ? previous.closed : closed,
    open: openBlock(text, at),
    '~at': at,
  };
}

function readLine(text: string, end: number, at: Cursor, closed: Block[]): void {
  const line = text.slice(at.line, end);
  if (at.fence) {
    if (!closesFence(line, at.fence)) return;
    closed.push(codeBlock(text, at.body, at.line, at.fence));
    at.fence = undefined;
    at.inBlock = false;
    at.start = end + 1;
    return;
  }
  if (at.html !== undefined && at.html !== 'blank') {
    if (line.toLowerCase().includes(at.html.toLowerCase())) at.html = undefined;
    return;
  }
  if (line.trim() === '') {
    at.html = undefined;
    at.afterBlank = true;
    if (!at.inBlock) at.start = end + 1;
    return;
  }
  const isItem = LIST_ITEM.test(line);
  const unindented = !/^[ \t]/.test(line);
  if (at.inBlock && at.afterBlank && unindented && !(at.inList && isItem)) closeText(text, at, closed);
  at.afterBlank = false;

  // Inside a list an indented fence belongs to the item, and inside HTML a fence is text.
  const fence = at.html === undefined && (unindented || !at.inList) ? openFence(line) : undefined;
  if (fence) {
    if (at.inBlock) closeText(text, at, closed);
    at.fence = fence;
    at.body = end + 1;
    at.inBlock = true;
    return;
  }
  at.inList = isItem || (at.inBlock && at.inList);
  at.inBlock = true;
  at.html ??= htmlBlockEnd(line);
}

function closeText(text: string, at: Cursor, closed: Block[]): void {
  closed.push({ kind: 'text', source: text.slice(at.start, at.line) });
  at.start = at.line;
  at.inBlock = false;
  at.inList = false;
}

function codeBlock(text: string, from: number, to: number, fence: Fence): Block {
  // The last line break belongs to the fence, not to the code.
  const code = fencedCode(text.slice(from, Math.max(from, to - 1)), fence);
  return { kind: 'code', language: fence.language, code };
}

function openBlock(text: string, at: Cursor): Block | undefined {
  if (at.fence) {
    const last = text.slice(at.line);
    const body = Math.min(at.body, text.length);
    // A closing fence is not code, even if its line is incomplete.
    const closing = closesFence(last, at.fence);
    const end = closing ? at.line : text.length + (text.endsWith('\n') ? 0 : 1);
    return codeBlock(text, body, Math.max(body, end), at.fence);
  }
  const source = text.slice(at.start);
  return source.trim() === '' ? undefined : { kind: 'text', source };
}

/**
 * The end of the HTML block that `line` begins: a string, or `'blank'` for a blank line. `undefined` if no block begins, or
 * if it ends on the same line. HTML is shown as text, but blank lines inside it do not end the block.
 */
function htmlBlockEnd(line: string): string | undefined {
  const raw = RAW_HTML.exec(line)?.[1];
  if (raw)
    return line.toLowerCase().includes(`</${raw.toLowerCase()}>`) ? undefined : `</${raw.toLowerCase()}>`;
  for (const [opener, end] of HTML_OPENERS) {
    if (opener.test(line)) return line.includes(end) ? undefined : end;
  }
  return HTML_TAG.test(line) ? 'blank' : undefined;
}
