/**
 * Runs on OpenAI's Responses API, and on servers that are compatible with it, through the `openai` SDK (a peer dependency).
 *
 * @example
 * ```ts
 * import { createServer, memoryStorage } from '@threadkit/server';
 * import { responses } from '@threadkit/server/engines/responses';
 *
 * const server = createServer({
 *   storage: memoryStorage(),
 *   engine: responses({ apiKey: process.env.OPENAI_API_KEY ?? '' }),
 *   authorize: 'allow-everyone',
 * });
 * ```
 *
 * @packageDocumentation
 */

import type { ResponseFormat } from '@threadkit/core/api';
import { checkOptions } from '../shared/option-values.ts';
import { checkContextWindow } from './check-context-window.ts';
import type { ContextWindow, Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { CONNECTION_OPTIONS, type OpenAIConnection, openClient } from './openai/open-client.ts';
import { openFrames } from './openai/open-frames.ts';
import { toEngineError } from './openai/to-engine-error.ts';
import { toInterruptedError } from './provider/connection-error.ts';
import { readImages } from './provider/read-images.ts';
import type { OperatorOptions } from './provider/refusal-error.ts';
import type { ResponsesHostedTool } from './responses/hosted-tools.ts';
import { readResponse } from './responses/read-response.ts';
import type { ResponsesReasoning } from './responses/reasoning-model.ts';
import { toRequest } from './responses/to-request.ts';

export type { ResponsesHostedTool } from './responses/hosted-tools.ts';
export type { ResponsesReasoning } from './responses/reasoning-model.ts';

const OPERATOR_OPTIONS: OperatorOptions = {
  apiKey: 'apiKey of responses',
  model: 'model of responses',
  address: 'baseURL of responses, which needs a server with the Responses API',
  window: 'contextTokens of responses',
  fields: 'reasoning and hostedTools of responses to what the model supports, or use chatCompletions',
};

const OPTIONS = [
  ...CONNECTION_OPTIONS,
  ...Object.keys({
    model: true,
    hostedTools: true,
    reasoning: true,
    store: true,
    now: true,
    contextTokens: true,
    countTokens: true,
  } satisfies Record<keyof ResponsesOptions, true>),
];

/** Options of {@link responses}: either your own client, or the key and address of a provider. */
export type ResponsesOptions = {
  /** The provider's model. @defaultValue the model of the assistant or run */
  readonly model?: string | undefined;
  /**
   * Tools that the provider executes, with its own configuration: `file_search`, `web_search` or `code_interpreter`. Every run
   * may use them; the tools of an assistant or run do not matter.
   *
   * @defaultValue none
   */
  readonly hostedTools?: readonly ResponsesHostedTool[] | undefined;
  /**
   * For a reasoning model: how it shows its reasoning. Its encrypted reasoning is requested, and sent back to it with the
   * outputs of its function calls. `false`: the model does not reason, nothing about reasoning is requested.
   *
   * @defaultValue no summaries; whether the model reasons is told by its name (`o3`, `gpt-5-mini`), so pass `{}` for another one
   */
  readonly reasoning?: ResponsesReasoning | false | undefined;
  /**
   * Whether the provider stores responses, to show them in its dashboard. The whole history is sent in both cases.
   *
   * @defaultValue false
   */
  readonly store?: boolean | undefined;
  /** Returns Unix milliseconds; for providers whose `retry-after` is a date. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
} & ContextWindow &
  OpenAIConnection;

/**
 * An engine for OpenAI's Responses API, through the `openai` SDK (an optional peer dependency). Streams text, refusals,
 * reasoning summaries, citations, calls of the provider's own tools, function calls and usage. Stateless: every request has the
 * whole history. Aborting closes the request to the provider.
 *
 * @throws `RangeError` or `TypeError` An option is unknown or unusable.
 */
export function responses(options: ResponsesOptions): Engine {
  checkOptions(options, OPTIONS, 'responses', "Pass an object with apiKey or client: { apiKey: '…' }.");
  checkContextWindow(options, 'responses');
  const client = openClient(options, 'responses');
  const now = options.now ?? Date.now;
  return {
    name: 'responses',
    contextTokens: options.contextTokens,
    countTokens: options.countTokens,
    async *generate(input, signal) {
      const model = options.model ?? input.model;
      const target = { model, apiKey: client.apiKey, baseURL: client.baseURL, options: OPERATOR_OPTIONS };
      const images = await readImages(input);
      // The body is not parsed by the SDK, whose parser rejects deviations of other providers.
      const response = await client.responses
        .create(toRequest({ ...input, model }, images, options), { signal })
        .asResponse()
        .catch((error: unknown) => {
          if (signal.aborted) throw error;
          throw toEngineError(error, target, { now: now(), isRepeated: client.maxRetries > 0 });
        });
      const { maxCompletionTokens: maxTokens = null, responseFormat, toolChoice } = input.settings;
      try {
        yield* readResponse(
          openFrames(response, OPERATOR_OPTIONS),
          {
            ...target,
            maxTokens,
            takesMarkers: isText(responseFormat),
            ignoresCalls: toolChoice === 'none',
          },
          signal,
        );
      } catch (error) {
        if (signal.aborted) return;
        // Errors that are not reported by the provider are connection errors.
        throw error instanceof EngineError ? error : toInterruptedError(target, error);
      }
    },
  };
}

/** Whether the response is text for people, rather than JSON. */
function isText(format: ResponseFormat | null | undefined): boolean {
  return typeof format !== 'object' || format === null || format.type === 'text';
}
