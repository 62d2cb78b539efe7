import type { BodyReader } from './body-reader.ts';
import { HttpError } from './http-error.ts';

/** The body of a request with these headers. Stops reading and throws 413 at `maxBytes`. */
export async function readBytes(
  headers: Headers,
  body: BodyReader,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new HttpError(413, `Request body too large. Expected at most ${maxBytes} bytes.`, {
      code: 'body_too_large',
    });
  if (Number(headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (let piece = await body.next(); piece; piece = await body.next()) {
    bytes += piece.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    pieces.push(piece);
  }
  return joined(pieces, bytes);
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
