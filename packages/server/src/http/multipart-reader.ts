/** The body of a request is no valid multipart form. */
export class MultipartError extends Error {
  override readonly name = 'MultipartError';
}

/** The headers of one part at the most. */
const MAX_HEADER_BYTES = 16 * 1024;
const NONE = new Uint8Array(0);
const encoder = new TextEncoder();
const LINE = encoder.encode('\r\n');
const HEADERS_END = encoder.encode('\r\n\r\n');
const CLOSE = encoder.encode('--');

/** The boundary in the `Content-Type` of a multipart form. */
export function readBoundary(contentType: string): string {
  const [, quoted, token] = /;\s*boundary=(?:"([^"]{1,70})"|([^;\s"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? token;
  if (boundary === undefined) throw new MultipartError('The content type has no boundary.');
  return boundary;
}

/**
 * Reads a multipart body (RFC 2046) part by part, in the chunks in which it arrives. Keeps no more of it than one chunk and one
 * header. All methods reject with a {@link MultipartError} when the body breaks the format or ends before its last boundary.
 */
export class MultipartReader {
  readonly #next: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly #delimiter: Uint8Array;
  /** What has arrived and is not read. A line break stands for the one before the first boundary, which may be missing. */
  #buffer: Uint8Array<ArrayBuffer> = LINE;
  #isClosed = false;

  /** `next` returns the chunks of the body, and undefined at its end. */
  constructor(boundary: string, next: () => Promise<Uint8Array<ArrayBuffer> | undefined>) {
    this.#delimiter = encoder.encode(`\r\n--${boundary}`);
    this.#next = next;
  }

  /** The headers of the next part, as they were written; undefined after the last. Skips what is unread of the one before. */
  async nextPart(): Promise<string | undefined> {
    if (this.#isClosed) return undefined;
    while (await this.read());
    this.#drop(this.#delimiter.length);
    while (this.#buffer.length < CLOSE.length) await this.#fill();
    if (startsWith(this.#buffer, CLOSE)) {
      this.#isClosed = true;
      this.#buffer = NONE;
      return undefined;
    }
    let end = indexOf(this.#buffer, HEADERS_END);
    while (end === -1) {
      if (this.#buffer.length > MAX_HEADER_BYTES)
        throw new MultipartError('The headers of a part are too long.');
      await this.#fill();
      end = indexOf(this.#buffer, HEADERS_END);
    }
    const headers = new TextDecoder().decode(this.#buffer.subarray(0, end));
    this.#drop(end + HEADERS_END.length);
    return headers.trim();
  }

  /** The next chunk of the current part's content; undefined at its end. */
  async read(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.#isClosed) return undefined;
    for (;;) {
      const end = indexOf(this.#buffer, this.#delimiter);
      if (end === 0) return undefined;
      // Without a delimiter, the last bytes may be the beginning of one.
      const length = end === -1 ? this.#buffer.length - this.#delimiter.length + 1 : end;
      if (length > 0) {
        const chunk = this.#buffer.subarray(0, length);
        this.#drop(length);
        return chunk;
      }
      await this.#fill();
    }
  }

  #drop(bytes: number): void {
    this.#buffer = this.#buffer.subarray(bytes);
  }

  async #fill(): Promise<void> {
    const chunk = await this.#next();
    if (!chunk) throw new MultipartError('The form ends before its last boundary.');
    if (this.#buffer.length === 0) {
      this.#buffer = chunk;
      return;
    }
    const joined = new Uint8Array(this.#buffer.length + chunk.length);
    joined.set(this.#buffer);
    joined.set(chunk, this.#buffer.length);
    this.#buffer = joined;
  }
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, at) => bytes[at] === byte);
}

/** -1 when the bytes do not have what is `wanted`. */
function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const [first = 0] = wanted;
  const last = bytes.length - wanted.length;
  for (let at = 0; at <= last; at += 1) {
    // The search of the engine is fast over what is none, and slow when it is called for each byte of a content of line breaks.
    if (bytes[at] !== first) at = bytes.indexOf(first, at);
    if (at === -1 || at > last) return -1;
    let length = 1;
    while (length < wanted.length && bytes[at + length] === wanted[length]) length += 1;
    if (length === wanted.length) return at;
  }
  return -1;
}
