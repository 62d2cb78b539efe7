import OpenAI from 'openai';
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

/** The client of an engine. */
export function openClient(connection: OpenAIConnection): OpenAI {
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
