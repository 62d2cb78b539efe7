import { isRecord } from '../../shared/is-record.ts';
import { EngineError } from '../engine-error.ts';
import { parseJson } from '../provider/json-values.ts';
import type { OperatorOptions } from '../provider/refusal-error.ts';
import { type Frame, readFrames } from './read-frames.ts';

/** Maximum size of a response that is not a stream: it is read whole. */
const MAX_BODY_BYTES = 4_000_000;

/**
 * The frames of a provider's response. A JSON body, sent by servers that cannot stream or report an error with status 200,
 * becomes a single frame. Detected by content, because servers send wrong content types.
 *
 * @throws {@link EngineError} The body is neither, such as a proxy's HTML page.
 */
export async function* openFrames(response: Response, options: OperatorOptions): AsyncGenerator<Frame> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.body) return;
  const bytes = bytesOf(response.body);
  try {
    const { head, begins } = await peek(bytes);
    if (/^[{[<]/.test(begins)) {
      yield wholeBody(await textOf(resume(head, bytes)), type, options);
      return;
    }
    let isEmpty = true;
    for await (const frame of readFrames(resume(head, bytes))) {
      isEmpty = false;
      yield frame;
    }
    if (isEmpty && begins !== '' && !/\bevent-stream\b/i.test(type)) throw notAStream(type, options);
  } finally {
    await bytes.return(undefined);
  }
}

/** The bytes of a body. Cancels it when the consumer stops early; otherwise the provider would keep generating. */
async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  const reader = body.getReader();
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
      const { done, value } = await reader.read();
      if (done) return undefined;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Reads until the first character that is not white space; `head` has the bytes read. */
async function peek(
  bytes: AsyncGenerator<Uint8Array, undefined>,
): Promise<{ readonly head: readonly Uint8Array[]; readonly begins: string }> {
  const head: Uint8Array[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
    const { done, value } = await bytes.next();
    if (done) return { head, begins: '' };
    head.push(value);
    const begins = new TextDecoder().decode(value).trimStart();
    if (begins !== '') return { head, begins };
  }
}

async function* resume(
  head: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  yield* rest;
}

/** The body as text; undefined when it exceeds the limit. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const piece of bytes) {
    length += piece.byteLength;
    if (length > MAX_BODY_BYTES) return undefined;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/** For a list, its first entry: some servers report errors in one. */
function wholeBody(text: string | undefined, type: string, options: OperatorOptions): Frame {
  const parsed = text === undefined ? undefined : parseJson(text);
  const data: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  if (!isRecord(data)) throw notAStream(type, options);
  return { event: '', data };
}

function notAStream(type: string, { address }: OperatorOptions): EngineError {
  const kind = /html/i.test(type) ? 'an HTML page' : 'another kind of body';
  return new EngineError(
    'server_error',
    'The response of the model provider is not an event stream. The operator of this app must check the address of the provider.',
    {
      failure: 'setup',
      forOperator: `The model provider sent status 200 with ${kind} instead of an event stream. Check ${address}, and any proxy between the provider and this server.`,
    },
  );
}

/** The error for a response without any frame. */
export function emptyResponse(): EngineError {
  return new EngineError('server_error', 'The model provider sent an empty response. Try again.', {
    failure: 'provider',
    forOperator: 'The model provider sent status 200 with an empty stream. Check its log.',
  });
}
