/** What the code of one call prints: its beginning and its end. */
export interface LogCapture {
  /** Adds bytes. The part after the mark is not counted. */
  add(chunk: Uint8Array): void;
  /** Bytes so far, also of what is left out. */
  readonly totalBytes: number;
  /** Whether the mark has been printed. */
  readonly isMarked: boolean;
  /** The text, with a sentence for what is left out. Has no NUL characters, which some databases refuse. */
  read(): string;
}

interface LogCaptureOptions {
  readonly limitBytes: number;
  /** The interpreter prints it at the end of the call. */
  readonly mark: Uint8Array;
  /** Gets the text of the beginning, as it comes. */
  readonly onText?: ((text: string) => void) | undefined;
}

const formatCount = (count: number): string => count.toLocaleString('en');
const withoutNul = (text: string): string => text.replaceAll('\0', '\u{FFFD}');
const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Length of the longest end of `bytes` with which `mark` begins. */
function startedMark(bytes: Buffer, mark: Buffer): number {
  for (let length = Math.min(bytes.length, mark.length - 1); length > 0; length -= 1) {
    if (bytes.subarray(bytes.length - length).equals(mark.subarray(0, length))) return length;
  }
  return 0;
}

export function createLogCapture({ limitBytes, mark, onText }: LogCaptureOptions): LogCapture {
  const endMark = Buffer.from(mark);
  const headBytes = Math.ceil((limitBytes * 3) / 4);
  const tailBytes = limitBytes - headBytes;
  const head: Buffer[] = [];
  let tail: Buffer[] = [];
  let headLength = 0;
  let tailLength = 0;
  let total = 0;
  let isMarked = false;
  // Bytes at the end of the last chunk that may be the beginning of the mark.
  let held: Buffer = Buffer.alloc(0);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  const keep = (bytes: Buffer) => {
    if (bytes.length === 0) return;
    total += bytes.length;
    const toHead = bytes.subarray(0, headBytes - headLength);
    if (toHead.length > 0) {
      head.push(toHead);
      headLength += toHead.length;
      const text = withoutNul(decoder.decode(toHead, { stream: true }));
      if (text !== '') onText?.(text);
    }
    const toTail = bytes.subarray(toHead.length);
    if (toTail.length === 0) return;
    tail.push(toTail.length > tailBytes ? toTail.subarray(toTail.length - tailBytes) : toTail);
    tailLength += toTail.length;
    // Joined after many pieces, so that each byte is copied a few times at most.
    if (tail.length > 64) tail = [endOf(Buffer.concat(tail), tailBytes)];
  };

  return {
    add(chunk) {
      if (isMarked) return;
      const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : Buffer.from(chunk);
      const at = bytes.indexOf(endMark);
      isMarked = at >= 0;
      const end = isMarked ? at : bytes.length - startedMark(bytes, endMark);
      held = isMarked ? Buffer.alloc(0) : bytes.subarray(end);
      keep(bytes.subarray(0, end));
    },
    get totalBytes() {
      return total;
    },
    get isMarked() {
      return isMarked;
    },
    read() {
      const kept = endOf(Buffer.concat([...tail, held]), tailBytes);
      const leftOut = Math.max(0, tailLength + held.length - kept.length);
      const beginning = Buffer.concat(head);
      if (leftOut === 0) return withoutNul(decode(Buffer.concat([beginning, kept])));
      return withoutNul(
        `${decode(beginning.subarray(0, wholeLength(beginning)))}\n[The output is too long: ${formatCount(leftOut)} bytes in the middle are left out.]\n${decode(kept.subarray(firstWhole(kept)))}`,
      );
    },
  };
}

const decode = (bytes: Buffer): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const endOf = (bytes: Buffer, length: number): Buffer => bytes.subarray(Math.max(0, bytes.length - length));

/** Where the first character begins in bytes that were cut. */
function firstWhole(bytes: Buffer): number {
  let at = 0;
  while (at < 3 && isContinuation(bytes[at])) at += 1;
  return at;
}

/** Length without the last character, which may be cut, if it has more than one byte. */
function wholeLength(bytes: Buffer): number {
  let at = bytes.length;
  for (let steps = 0; steps < 3 && isContinuation(bytes[at - 1]); steps += 1) at -= 1;
  const lead = bytes[at - 1];
  return lead !== undefined && lead >= 0xc0 ? at - 1 : bytes.length;
}
