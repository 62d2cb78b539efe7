import OpenAI from 'openai';
import { isRecord } from '../../shared/is-record.ts';
import { wrongOption } from '../../shared/option-values.ts';
import { preserveErrorBodies } from './preserve-error-bodies.ts';

/** How an engine reaches its provider: your own client, or the key and address. */
export type OpenAIConnection =
  | {
      /** Your own client, with its retries, proxies and headers. The server repeats model calls only if its `maxRetries` is 0. */
      readonly client: OpenAI;
    }
  | {
      /** Any text for servers without keys. Never leaves this process except in requests to the provider. */
      readonly apiKey: string;
      /** Base URL of any compatible server. @defaultValue OpenAI's */
      readonly baseURL?: string | undefined;
    };

/** The names of the options of a connection. */
export const CONNECTION_OPTIONS = ['client', 'apiKey', 'baseURL'] as const;

/**
 * The client of an engine. `of` is whose options they are, such as `chatCompletions`.
 *
 * @throws `TypeError` There is neither a client nor a key, or both, or `baseURL` is not an http or https URL.
 */
export function openClient(connection: OpenAIConnection, of: string): OpenAI {
  const client = hasClient(connection) ? checkClient(connection, of) : createClient(connection, of);
  preserveErrorBodies(client);
  return client;
}

function createClient(
  { apiKey, baseURL }: Exclude<OpenAIConnection, { client: OpenAI }>,
  of: string,
): OpenAI {
  checkKey(apiKey, of);
  if (baseURL !== undefined) checkBaseURL(baseURL, of);
  // The server repeats refused calls, and knows when not to.
  return new OpenAI({ apiKey, maxRetries: 0, ...(baseURL !== undefined && { baseURL }) });
}

/** An option may be there and undefined. */
function hasClient(connection: OpenAIConnection): connection is { readonly client: OpenAI } {
  return 'client' in connection && connection.client !== undefined;
}

/** A key or an address next to a client would be ignored. */
function checkClient({ client, ...others }: { readonly client: OpenAI }, of: string): OpenAI {
  if (!isRecord(client)) {
    throw wrongOption(
      `client of ${of}`,
      client,
      'Pass a client of the openai package, or leave it out and pass apiKey.',
    );
  }
  const given: Readonly<Record<string, unknown>> = others;
  const ignored = ['apiKey', 'baseURL'].find((name) => given[name] !== undefined);
  if (ignored === undefined) return client;
  throw new TypeError(
    `${of} has both client and ${ignored}. Leave ${ignored} out, and set it where the client is created.`,
  );
}

/** Its value is not shown: it may have credentials. The SDK would take OpenAI's address for an empty text. */
function checkBaseURL(baseURL: unknown, of: string): void {
  const parsed = typeof baseURL === 'string' && URL.canParse(baseURL) ? new URL(baseURL) : undefined;
  if (parsed && ['http:', 'https:'].includes(parsed.protocol)) return;
  throw new TypeError(
    `baseURL of ${of} is ${baseURL === '' ? 'empty' : 'not an http or https URL'}. Set it to the address of your provider with its scheme, such as 'http://localhost:11434/v1', or leave it out for that of OpenAI.`,
  );
}

/** A missing variable is an empty text in most apps; the SDK would name variables and options of its own. */
function checkKey(apiKey: unknown, of: string): void {
  if (typeof apiKey === 'string' && apiKey !== '') return;
  throw wrongOption(
    `apiKey of ${of}`,
    apiKey,
    "Set it to the key of your provider, such as the variable OPENAI_API_KEY, or to any text, such as 'none', for a server without keys.",
  );
}
