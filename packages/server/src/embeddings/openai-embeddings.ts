import { toInterruptedError, toUnreachableError } from '../engines/provider/connection-error.ts';
import { asList, asObject, parseJson } from '../engines/provider/json-values.ts';
import { readRefusal } from '../engines/provider/read-refusal.ts';
import { type ProviderTarget, toRefusalError } from '../engines/provider/refusal-error.ts';
import { refusesRetry, retryAfterMs } from '../engines/provider/retry-after.ts';
import { checkOptions, wrongOption } from '../shared/option-values.ts';
import { checkModel, checkVectorSettings } from './check-embeddings.ts';
import type { EmbeddingPurpose, Embeddings } from './embeddings.ts';

/** Options of {@link openaiEmbeddings}. */
export interface OpenAIEmbeddingsOptions {
  /** The provider's model, such as `text-embedding-3-small`. */
  readonly model: string;
  /** Any text for servers without keys. Never leaves this process except in requests to the provider. */
  readonly apiKey: string;
  /** Base URL of any compatible server, such as `http://127.0.0.1:11434/v1`. @defaultValue OpenAI's */
  readonly baseURL?: string | undefined;
  /** Requested from models whose vectors can be shortened, 1 to 8192. @defaultValue those of the model, and none is requested */
  readonly dimensions?: number | undefined;
  /** Texts of one request, 1 to 2048. @defaultValue 64 */
  readonly batchSize?: number | undefined;
  /** What the model wants before a text, such as `search_document: ` and `search_query: `. @defaultValue nothing */
  readonly prefixes?: Readonly<Partial<Record<EmbeddingPurpose, string>>> | undefined;
  /** Sends the requests. @defaultValue the global `fetch` */
  readonly fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Returns Unix milliseconds; for providers whose `retry-after` is a date. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}

const OPTIONS = Object.keys({
  model: true,
  apiKey: true,
  baseURL: true,
  dimensions: true,
  batchSize: true,
  prefixes: true,
  fetch: true,
  now: true,
} satisfies Record<keyof OpenAIEmbeddingsOptions, true>);

const OPENAI = 'https://api.openai.com/v1';

const OPERATOR_OPTIONS: ProviderTarget['options'] = {
  apiKey: 'apiKey of openaiEmbeddings',
  model: 'model of openaiEmbeddings',
  address: 'baseURL of openaiEmbeddings',
  window: 'max_chunk_size_tokens of the files',
  fields: 'openaiEmbeddings without dimensions',
};

/**
 * Vectors from any server with the embeddings endpoint of OpenAI's API, such as Ollama, llama.cpp or vLLM. Requests that a rate
 * limit or a fault refuses are repeated by the server.
 *
 * @example
 * ```ts
 * import { createServer, memoryStorage, openaiEmbeddings, scripted } from '@threadkit/server';
 *
 * const embeddings = openaiEmbeddings({ apiKey: process.env.OPENAI_API_KEY ?? '', model: 'text-embedding-3-small' });
 * const server = createServer({ storage: memoryStorage(), engine: scripted(), authorize: 'allow-everyone', embeddings });
 * ```
 *
 * @throws `RangeError` or `TypeError` for an option that is unknown or has a wrong value.
 */
export function openaiEmbeddings(options: OpenAIEmbeddingsOptions): Embeddings {
  checkOptions(options, OPTIONS, 'openaiEmbeddings', "Pass an object: { apiKey: '…', model: '…' }.");
  const { model, apiKey, baseURL = OPENAI, dimensions, batchSize, prefixes = {}, now = Date.now } = options;
  const send = options.fetch ?? ((input: string, init: RequestInit) => fetch(input, init));
  checkModel(model, 'model of openaiEmbeddings');
  checkVectorSettings({ batchSize, dimensions }, 'openaiEmbeddings');
  checkKey(apiKey);
  const url = embeddingsURL(baseURL);
  checkPrefixes(prefixes);
  const target: ProviderTarget = { model, apiKey, baseURL, options: OPERATOR_OPTIONS };

  async function request(input: readonly string[], signal: AbortSignal): Promise<Response> {
    const response = await send(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        model,
        input,
        encoding_format: 'float',
        ...(dimensions !== undefined && { dimensions }),
      }),
      signal,
      // The key must not follow to another host.
      redirect: 'error',
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw toUnreachableError(target, error instanceof Error ? error : new Error(String(error)));
    });
    if (response.ok) return response;
    const text = await response.text().catch(() => '');
    signal.throwIfAborted();
    throw toRefusalError(response.status, readRefusal(parseJson(text) ?? text), target, {
      retryAfterMs: retryAfterMs(response.headers, now()),
      isFinal: refusesRetry(response.headers),
    });
  }

  return {
    model,
    dimensions,
    batchSize,
    async embed(texts, signal, purpose) {
      const prefix = prefixes[purpose] ?? '';
      const response = await request(
        texts.map((text) => prefix + text),
        signal,
      );
      const text = await response.text().catch((error: unknown) => {
        signal.throwIfAborted();
        throw toInterruptedError(target, error);
      });
      const vectors: unknown[] = [];
      for (const [at, one] of asList(asObject(parseJson(text))['data']).entries()) {
        const { index, embedding } = asObject(one);
        vectors[typeof index === 'number' ? index : at] = embedding;
      }
      // Checked by the server, as those of any function are.
      return vectors as number[][];
    },
  };
}

function checkKey(apiKey: unknown): void {
  if (typeof apiKey === 'string' && apiKey !== '') return;
  throw wrongOption(
    'apiKey of openaiEmbeddings',
    apiKey,
    "Set it to the key of your provider, such as the variable OPENAI_API_KEY, or to any text, such as 'none', for a server without keys.",
  );
}

/** The value is not shown: it may have credentials. */
function embeddingsURL(baseURL: unknown): string {
  const parsed = typeof baseURL === 'string' && URL.canParse(baseURL) ? new URL(baseURL) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new TypeError(
      "baseURL of openaiEmbeddings is not an http or https URL. Set it to the address of your provider with its scheme, such as 'http://127.0.0.1:11434/v1', or leave it out for that of OpenAI.",
    );
  }
  parsed.pathname = `${parsed.pathname.replace(/\/$/, '')}/embeddings`;
  return parsed.href;
}

function checkPrefixes(prefixes: unknown): void {
  const values = typeof prefixes === 'object' && prefixes !== null ? Object.entries(prefixes) : undefined;
  const isValid = values?.every(
    ([name, value]) =>
      ['query', 'passage'].includes(name) && (value === undefined || typeof value === 'string'),
  );
  if (isValid) return;
  throw wrongOption(
    'prefixes of openaiEmbeddings',
    prefixes,
    "Pass the texts that the model wants: { query: 'search_query: ', passage: 'search_document: ' }.",
  );
}
