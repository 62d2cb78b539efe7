import { HttpError } from './http-error.ts';

/** The body of a request. Refuses what is too big while reading it. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new HttpError(413, `Request body too large. Expected at most ${maxBytes} bytes.`, {
      code: 'body_too_large',
    });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) {
    // Empty; or a browser that has no request streams, where the page itself made the request.
    const whole = new Uint8Array(await request.arrayBuffer());
    if (whole.byteLength > maxBytes) throw tooLarge();
    return whole;
  }
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces, bytes);
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Left unread, as when its length was told: whoever serves ends it with the answer. Node throws where no
      // one can catch it when the body of a form is cancelled between two of its pieces.
      reader.releaseLock();
      throw tooLarge();
    }
    pieces.push(value);
  }
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
