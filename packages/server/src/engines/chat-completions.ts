/**
 * Runs on any server with the Chat Completions API, through the `openai` SDK (a peer dependency).
 *
 * @example
 * ```ts
 * import { createServer, memoryStorage } from '@threadkit/server';
 * import { chatCompletions } from '@threadkit/server/engines/chat-completions';
 *
 * const server = createServer({
 *   storage: memoryStorage(),
 *   engine: chatCompletions({ apiKey: process.env.OPENAI_API_KEY ?? '' }),
 *   authorize: 'allow-everyone',
 * });
 * ```
 *
 * @packageDocumentation
 */

import { checkOptions } from '../shared/option-values.ts';
import type { ChatCompletionsDialect } from './chat-completions/dialect.ts';
import { type ChatCompletionsDialectName, resolveDialect } from './chat-completions/dialects.ts';
import { readCompletion } from './chat-completions/read-completion.ts';
import { hasImageUrl } from './chat-completions/to-messages.ts';
import { toRequest } from './chat-completions/to-request.ts';
import { checkContextWindow } from './check-context-window.ts';
import type { ContextWindow, Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { CONNECTION_OPTIONS, type OpenAIConnection, openClient } from './openai/open-client.ts';
import { openFrames } from './openai/open-frames.ts';
import { toEngineError } from './openai/to-engine-error.ts';
import { toInterruptedError } from './provider/connection-error.ts';
import { readImages } from './provider/read-images.ts';
import type { OperatorOptions } from './provider/refusal-error.ts';

export type { ChatCompletionsDialect, OmittableField } from './chat-completions/dialect.ts';
export { type ChatCompletionsDialectName, chatCompletionsDialects } from './chat-completions/dialects.ts';

const OPERATOR_OPTIONS: OperatorOptions = {
  apiKey: 'OPENAI_API_KEY (threadkit serve) or apiKey of chatCompletions',
  model: '--model (threadkit serve), model of chatCompletions',
  address: 'OPENAI_BASE_URL (threadkit serve) or baseURL of chatCompletions',
  window: 'contextTokens of chatCompletions',
  fields: 'dialect of chatCompletions',
};

const OPTIONS = [
  ...CONNECTION_OPTIONS,
  ...Object.keys({
    model: true,
    dialect: true,
    now: true,
    contextTokens: true,
    countTokens: true,
  } satisfies Record<keyof ChatCompletionsOptions, true>),
];

const UNREADABLE_URL =
  'Its provider does not read images at URLs, so it does not see them. Let users upload images, or set imageUrls of the dialect if it can read URLs.';

/** Options of {@link chatCompletions}: either your own client, or the key and address of a provider. */
export type ChatCompletionsOptions = {
  /** The provider's model. @defaultValue the model of the assistant or run */
  readonly model?: string | undefined;
  /** Where the provider's API differs from OpenAI's: the name of a known provider, or the differences. @defaultValue no difference */
  readonly dialect?: ChatCompletionsDialectName | ChatCompletionsDialect | undefined;
  /** Returns Unix milliseconds; for providers whose `retry-after` is a date. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
} & ContextWindow &
  OpenAIConnection;

/**
 * An engine for any server of the Chat Completions API, through the `openai` SDK (an optional peer dependency). Streams
 * text, refusals, tool calls and usage. Aborting closes the request to the provider.
 *
 * @throws `RangeError` or `TypeError` An option is unknown or unusable, or `dialect` is the name of no known provider.
 */
export function chatCompletions(options: ChatCompletionsOptions): Engine {
  checkOptions(options, OPTIONS, 'chatCompletions', "Pass an object with apiKey or client: { apiKey: '…' }.");
  checkContextWindow(options, 'chatCompletions');
  const client = openClient(options, 'chatCompletions');
  const dialect = resolveDialect(options.dialect);
  const now = options.now ?? Date.now;
  return {
    name: 'chat-completions',
    contextTokens: options.contextTokens,
    countTokens: options.countTokens,
    async *generate(input, signal) {
      const model = options.model ?? input.model;
      const target = { model, apiKey: client.apiKey, baseURL: client.baseURL, options: OPERATOR_OPTIONS };
      const images = await readImages(input);
      const request = toRequest({ ...input, model: target.model }, images, dialect);
      if (dialect.imageUrls === 'data' && hasImageUrl(input.messages)) {
        yield { type: 'warning', message: UNREADABLE_URL };
      }
      // The body is not parsed by the SDK, whose parser rejects deviations of other providers.
      const response = await client.chat.completions
        .create(request, { signal })
        .asResponse()
        .catch((error: unknown) => {
          if (signal.aborted) throw error;
          throw toEngineError(error, target, { now: now(), isRepeated: client.maxRetries > 0 });
        });
      try {
        const maxTokens = input.settings.maxCompletionTokens ?? null;
        yield* readCompletion(openFrames(response, OPERATOR_OPTIONS), { ...target, maxTokens }, signal);
      } catch (error) {
        if (signal.aborted) return;
        // Errors that are not reported by the provider are connection errors.
        throw error instanceof EngineError ? error : toInterruptedError(target, error);
      }
    },
  };
}
