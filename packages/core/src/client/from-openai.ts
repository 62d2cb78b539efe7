import type { AssistantsApi } from './assistants-api.ts';
import type { ClientOptions } from './client-options.ts';
import { createClient } from './create-client.ts';

interface SdkRequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

interface SdkResponse {
  asResponse(): Promise<Response>;
}

/**
 * The methods of an `openai` SDK client that are used: its HTTP verbs, which remain when `beta.threads` is removed. Fits
 * version 4 and later.
 */
export interface OpenAILike {
  get(path: string, options?: SdkRequestOptions): SdkResponse;
  post(path: string, options?: SdkRequestOptions): SdkResponse;
  delete(path: string, options?: SdkRequestOptions): SdkResponse;
}

/** Only its path is used: the SDK has its own base URL. */
const NOWHERE = 'http://sdk.invalid';

/**
 * Creates a client on top of an `openai` SDK client. The SDK's base URL, key, proxies and retries apply. Use it on a server
 * only: the key must not reach a browser.
 */
export function fromOpenAI(
  sdk: OpenAILike,
  options: Pick<ClientOptions, 'key' | 'capabilities'> = {},
): AssistantsApi {
  return createClient({
    ...options,
    key: options.key ?? 'openai',
    baseURL: NOWHERE,
    // The SDK retries by itself.
    maxRetries: 0,
    fetch: (request) => sendThrough(sdk, request),
  });
}

async function sendThrough(sdk: OpenAILike, request: Request): Promise<Response> {
  const path = request.url.slice(NOWHERE.length);
  const options: SdkRequestOptions = {
    headers: Object.fromEntries(request.headers),
    signal: request.signal,
    ...(await readBody(request)),
  };
  try {
    return await verbOf(sdk, request.method)(path, options).asResponse();
  } catch (error) {
    return toResponse(error);
  }
}

async function readBody(request: Request): Promise<{ body?: unknown }> {
  // Every version of the SDK passes bytes on unchanged; the header names the form's boundary.
  if (request.headers.get('content-type')?.startsWith('multipart/')) {
    return { body: new Uint8Array(await request.arrayBuffer()) };
  }
  const text = await request.text();
  return text === '' ? {} : { body: JSON.parse(text) as unknown };
}

function verbOf(sdk: OpenAILike, method: string): OpenAILike['get'] {
  if (method === 'POST') return (path, options) => sdk.post(path, options);
  if (method === 'DELETE') return (path, options) => sdk.delete(path, options);
  return (path, options) => sdk.get(path, options);
}

/** Turns an error of the SDK back into a response, so that errors are the same for every client. */
function toResponse(error: unknown): Response {
  if (!isSdkError(error)) throw error;
  if (error.status !== undefined) {
    return Response.json(
      { error: error.error ?? { message: error.message } },
      { status: error.status, headers: error.headers ?? {} },
    );
  }
  if (error.constructor.name === 'APIUserAbortError') throw new DOMException(error.message, 'AbortError');
  throw error;
}

interface SdkError extends Error {
  readonly status: number | undefined;
  readonly headers: Headers | undefined;
  readonly error: object | undefined;
}

function isSdkError(error: unknown): error is SdkError {
  return error instanceof Error && 'status' in error && 'headers' in error;
}
