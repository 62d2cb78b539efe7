import { HttpError } from './http-error.ts';

/** The body of a request. Stops reading and throws 413 at `maxBytes`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new HttpError(413, `Request body too large. Expected at most ${maxBytes} bytes.`, {
      code: 'body_too_large',
    });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) {
    // The request has no body, or the server runs in a browser without request streams.
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
      // Not cancelled: the HTTP server discards the rest with the response, and Node throws an uncatchable
      // error when a form's body is cancelled between two of its chunks.
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
