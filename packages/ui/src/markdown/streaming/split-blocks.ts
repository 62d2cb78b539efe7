import { closesFence, type Fence, fencedCode, openFence } from './fence.ts';
import { htmlBlockEnd } from './html-block.ts';

/** A stretch of markdown that can be read by itself: the same alone as within the whole text. */
export type Block =
  | { readonly kind: 'text'; readonly source: string }
  | { readonly kind: 'code'; readonly language: string; readonly code: string };

/** What has been read of one growing text. Everything in it follows from the text alone, not from its cuts. */
export interface Split {
  readonly text: string;
  /** Never changes once it is in here, whatever comes. */
  readonly closed: readonly Block[];
  /** What may still change. */
  readonly open: Block | undefined;
  /** @internal Where reading goes on. */
  readonly '~at': Cursor;
}

/** State of the reader at a line start. It follows from the text before that line, wherever it was cut. */
interface Cursor {
  /** Where the open block begins. */
  start: number;
  /** Where the next line that was not read yet begins. */
  line: number;
  fence: Fence | undefined;
  /** Where the code behind an open fence begins. */
  body: number;
  inBlock: boolean;
  inList: boolean;
  /** What ends an HTML block; see {@link htmlBlockEnd}. */
  html: string | undefined;
  afterBlank: boolean;
}

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
 * Splits a text into blocks that are closed for good and the one that is open. With `previous`, a split of a
 * beginning of the same text, only what is new is read.
 *
 * A block closes where nothing that follows can change it: after a blank line before an unindented line that
 * goes on with no list, and around fences. Several markdown blocks may stand in one; that only costs time.
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
  // A line that begins with a letter goes on with nothing above a blank line: no need to wait for its end.
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
    // A fence that is being closed: its marks are not code, whether or not the line is complete.
    const closing = closesFence(last, at.fence);
    const end = closing ? at.line : text.length + (text.endsWith('\n') ? 0 : 1);
    return codeBlock(text, body, Math.max(body, end), at.fence);
  }
  const source = text.slice(at.start);
  return source.trim() === '' ? undefined : { kind: 'text', source };
}
