import { untilAborted } from '../shared/until-aborted.ts';
import { badRequest } from './http-error.ts';

/** How much of a body that is not needed is read at the most. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;

/** Reads the body of a request in the chunks in which it arrives. */
export interface BodyReader {
  /**
   * The next chunk; undefined at the end. Rejects with 400 when the client ends the connection in the middle of the body, and with
   * the reason of the signal when that aborts.
   */
  next(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Reads and drops in the background what is left of a body of which a part was read: a connection with an unread body cannot be
   * used for another request. A body of which nothing was read is left to the HTTP server.
   */
  discard(): void;
}

/**
 * Nothing is read before `next` is called. The body is never cancelled: Node throws an uncatchable error when a form's body is
 * cancelled between two of its chunks.
 */
export function createBodyReader(request: Request, signal: AbortSignal): BodyReader {
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  let isRead = false;

  async function next(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (isRead) return undefined;
    if (!request.body) {
      // The request has no body, or the server runs in a browser without request streams.
      isRead = true;
      return new Uint8Array(await request.arrayBuffer());
    }
    reader ??= request.body.getReader();
    const { value } = await untilAborted(reader.read().catch(refuseBroken), signal);
    isRead = !value;
    return value;
  }

  function refuseBroken(): never {
    isRead = true;
    throw badRequest('The body of your request broke off before its end. Send the request again.', {
      code: 'incomplete_body',
    });
  }

  async function readRest(): Promise<void> {
    for (let left = MAX_DISCARDED_BYTES; left > 0 && !isRead; ) left -= (await next())?.byteLength ?? 0;
  }

  return {
    next,
    discard() {
      // The response is decided: it makes no difference any more that the body breaks off.
      if (reader && !isRead) readRest().catch(() => {});
    },
  };
}
