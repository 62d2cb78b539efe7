import OpenAI from 'openai';
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

/**
 * The client of an engine. `of` is whose options they are, such as `chatCompletions`.
 *
 * @throws `TypeError` There is neither a client nor a key.
 */
export function openClient(connection: OpenAIConnection, of: string): OpenAI {
  if (!('client' in connection)) checkKey(connection.apiKey, of);
  const client =
    'client' in connection
      ? connection.client
      : new OpenAI({
          apiKey: connection.apiKey,
          // The server repeats refused calls, and knows when not to.
          maxRetries: 0,
          ...(connection.baseURL !== undefined && { baseURL: connection.baseURL }),
        });
  preserveErrorBodies(client);
  return client;
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
