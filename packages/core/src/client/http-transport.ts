import { ACCEPT_HEADER, type Operation } from '../api/operations.ts';
import { sleep } from '../environment/sleep.ts';
import { isThreadkitError, ThreadkitError } from '../errors/threadkit-error.ts';
import { isAbortError } from '../errors/to-threadkit-error.ts';
import { isRecord } from '../is-record.ts';
import { parseJson } from '../parse-json.ts';

import { readResponse } from '../wire/read-response.ts';
import type { RequestOptions } from './assistants-api.ts';
import type { BackendInfo } from './backend-info.ts';
import { buildUrl, type RequestParts } from './build-request.ts';
import type { ClientOptions } from './client-options.ts';
import { describeResponse, readBeginning } from './describe-response.ts';
import { readError, toErrorObject, toEventError } from './read-error.ts';
import { retryDelayMs } from './retry.ts';

/** Sends an operation's request and reads its response. Rejects as the methods of `AssistantsApi` do. */
export interface HttpTransport {
  read(
    operation: Operation,
    parts: RequestParts,
    options: RequestOptions,
    as?: 'json' | 'blob',
  ): Promise<unknown>;
  stream(
    operation: Operation,
    parts: RequestParts,
    options: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>>;
}

const DEFAULT_RETRIES = 2;

export function createHttpTransport(
  client: ClientOptions,
  environment: NonNullable<ClientOptions['environment']>,
  backend: BackendInfo,
): HttpTransport {
  const send = client.fetch ?? ((built: Request) => globalThis.fetch(built));

  async function attempt(operation: Operation, parts: RequestParts, options: RequestOptions) {
    const url = buildUrl(client.baseURL, operation, parts);
    for (let isFirstAttempt = true; ; isFirstAttempt = false) {
      const built = newRequest(url, {
        method: operation.method,
        headers: await readHeaders(client.headers, operation, parts.body, options, backend),
        body: parts.body ? JSON.stringify(parts.body) : null,
        signal: options.signal ?? null,
      });
      const response = await fetchOnce(send, built);
      backend.update(response.headers, environment.now());
      // The token may have expired: read the headers once more.
      if (response.status === 401 && isFirstAttempt && typeof client.headers === 'function') continue;
      if (response.ok) return response;
      throw await readError(response, environment.now());
    }
  }

  async function request(operation: Operation, parts: RequestParts, options: RequestOptions) {
    const { capability } = operation;
    for (let repeat = 1; ; repeat += 1) {
      try {
        const response = await attempt(operation, parts, options);
        if (capability) backend.setCapability(capability, true);
        return response;
      } catch (error) {
        if (!isThreadkitError(error)) throw error;
        if (capability && isUnsupported(error)) backend.setCapability(capability, false);
        const isKeyed = options.idempotencyKey !== undefined && backend.capabilities.idempotency === true;
        const delay =
          isKeyed || isIdempotent(operation) ? retryDelayMs(error, repeat, environment) : undefined;
        if (delay === undefined || repeat > (client.maxRetries ?? DEFAULT_RETRIES)) throw error;
        await sleep(environment, delay, options.signal);
        options.signal?.throwIfAborted();
      }
    }
  }

  return {
    async read(operation, parts, options, as = 'json') {
      const response = await request(operation, parts, options);
      const failAsCut = (cause: unknown): never => {
        options.signal?.throwIfAborted();
        return failAsUnread(response, '', operation, cause);
      };
      if (as === 'blob') return response.blob().catch(failAsCut);
      const text = await response.text().catch(failAsCut);
      const { after }: { readonly after?: unknown } = parts.query ?? {};
      return readResponse(operation, parseJson(text), after) ?? failAsUnread(response, text, operation);
    },
    async stream(operation, parts, options) {
      const response = await request(operation, parts, options);
      const { body, headers } = response;
      if (body && headers.get('content-type')?.startsWith('text/event-stream')) return body;
      const text = await readBeginning(body);
      const error = parseJson(text);
      if (isRecord(error) && error['error'] && toErrorObject(error)) throw toEventError(error);
      throw new ThreadkitError(
        'stream',
        `No event stream came from ${operation.name}: ${describeResponse(response, text)}`,
      );
    },
  };
}

/** The response is not what was requested, or was cut off. */
function failAsUnread(response: Response, text: string, { name }: Operation, cause?: unknown): never {
  if (isAbortError(cause)) throw cause;
  const message = `The response to ${name} is unreadable: ${describeResponse(response, text)}`;
  throw new ThreadkitError('stream', message, { cause });
}

function newRequest(url: string, init: RequestInit): Request {
  try {
    return new Request(url, init);
  } catch (cause) {
    throw new ThreadkitError(
      'config',
      `${url} is not a valid URL. Outside a page, createClient needs an absolute baseURL.`,
      { cause },
    );
  }
}

async function fetchOnce(send: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  try {
    return await send(request);
  } catch (cause) {
    if (isAbortError(cause) || request.signal.aborted) throw cause;
    throw new ThreadkitError('network', describeNoResponse(new URL(request.url).origin), { cause });
  }
}

/** A page cannot distinguish a server that is down from one that does not allow its origin. */
function describeNoResponse(server: string): string {
  const page = globalThis.location?.origin;
  const other = page && page !== server ? `, does it allow ${page} (CORS, --cors-origin)` : '';
  return `No response from ${server}. Is the server running${other}, and are you online?`;
}

async function readHeaders(
  given: ClientOptions['headers'],
  { stream, path }: Operation,
  body: object | undefined,
  options: RequestOptions,
  backend: BackendInfo,
): Promise<Headers> {
  const headers = new Headers(typeof given === 'function' ? await given() : given);
  headers.set('openai-beta', 'assistants=v2');
  if (body) headers.set('content-type', 'application/json');
  if (options.idempotencyKey && backend.capabilities.idempotency === true) {
    headers.set('idempotency-key', options.idempotencyKey);
  }
  // Only to backends that declare it: others may refuse a header that they do not know from a page (CORS).
  if (backend.capabilities.reasoning === true && (stream || path.includes('/steps'))) {
    headers.append(ACCEPT_HEADER, 'reasoning');
  }
  return headers;
}

/** Reads, searches, deletes and modifications can be repeated safely; creating and submitting cannot. */
function isIdempotent({ method, name }: Operation): boolean {
  return method !== 'POST' || /modify|search/.test(name);
}

/** A 404 without the API's "No … found" means a missing path and not a missing id. Expired events existed. */
function isUnsupported({ status, body }: ThreadkitError): boolean {
  const isPath = !body?.message.startsWith('No ') && body?.code !== 'events_expired';
  return (status === 404 && isPath) || status === 405 || status === 501;
}
