import type { AssistantsApi } from './assistants-api.ts';
import type { ClientOptions } from './client-options.ts';
import { createClient } from './create-client.ts';

interface SdkRequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

interface SdkAnswer {
  asResponse(): Promise<Response>;
}

/** What is used of an `openai` SDK client: its raw verbs, which outlive `beta.threads`. Any version from 4 on fits. */
export interface OpenAILike {
  get(path: string, options?: SdkRequestOptions): SdkAnswer;
  post(path: string, options?: SdkRequestOptions): SdkAnswer;
  delete(path: string, options?: SdkRequestOptions): SdkAnswer;
}

/** Only its path is used: the SDK has a base URL of its own. */
const NOWHERE = 'http://sdk.invalid';

/**
 * Speaks the contract through an SDK client that an app already has: its base URL, keys, proxies and retries
 * apply. Keep such a client, and its key, on a server.
 */
export function fromOpenAI(
  sdk: OpenAILike,
  options: Pick<ClientOptions, 'key' | 'capabilities'> = {},
): AssistantsApi {
  return createClient({
    ...options,
    key: options.key ?? 'openai',
    baseURL: NOWHERE,
    // The SDK repeats what is worth repeating.
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
  // Bytes go through every SDK as they are, under the header that names a form's boundary.
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

/** The SDK throws what was an answer: it is made one again, so that errors read the same for every client. */
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
