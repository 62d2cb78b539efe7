/**
 * Runs on any language model of the AI SDK, which is called directly: no package of the AI SDK is needed besides that of the
 * model's provider.
 *
 * @example
 * ```ts
 * import { anthropic } from '@ai-sdk/anthropic';
 * import { createServer, memoryStorage } from '@threadkit/server';
 * import { aiSdk } from '@threadkit/server/engines/ai-sdk';
 *
 * const server = createServer({
 *   storage: memoryStorage(),
 *   engine: aiSdk({ model: anthropic('claude-sonnet-4-5') }),
 *   authorize: 'allow-everyone',
 * });
 * ```
 *
 * @packageDocumentation
 */

import { checkOptions } from '../shared/option-values.ts';
import { type AiSdkModel, checkModel, resolveModel } from './ai-sdk/model.ts';
import { keyOf, openStream } from './ai-sdk/open-stream.ts';
import { readStream } from './ai-sdk/read-stream.ts';
import { streamParts } from './ai-sdk/stream-parts.ts';
import { toEngineError, toStreamPartError } from './ai-sdk/to-engine-error.ts';
import { checkContextWindow } from './check-context-window.ts';
import type { ContextWindow, Engine } from './engine.ts';
import type { OperatorOptions, ProviderTarget } from './provider/refusal-error.ts';

export type { AiSdkModel } from './ai-sdk/model.ts';

/** Options of {@link aiSdk}. */
export interface AiSdkOptions extends ContextWindow {
  /**
   * A language model, or a function that returns the one for the model of a run, such as a provider itself. May be wrapped in
   * middleware of the AI SDK.
   */
  readonly model: AiSdkModel | ((model: string) => AiSdkModel);
  /**
   * Options of every model call by provider, such as `{ anthropic: { thinking: { type: 'enabled', budgetTokens: 2000 } } }`.
   *
   * @defaultValue none
   */
  readonly providerOptions?: Readonly<Record<string, object>> | undefined;
  /**
   * Tools that the provider executes, by name and as its package returns them, such as `{ web_search: anthropic.tools.webSearch_20250305() }`. Their calls are run
   * steps with `executed_by: 'provider'`.
   *
   * @defaultValue none
   */
  readonly hostedTools?: Readonly<Record<string, object>> | undefined;
  /** Returns Unix milliseconds; for providers whose `retry-after` is a date. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}

const OPERATOR_OPTIONS: OperatorOptions = {
  apiKey: "apiKey of the model's AI SDK provider, or its environment variable",
  model: 'model of aiSdk',
  address: "baseURL of the model's AI SDK provider",
  window: 'contextTokens of aiSdk',
  fields: 'the settings of the assistant and providerOptions of aiSdk to what the model supports',
};

const OPTIONS = Object.keys({
  model: true,
  providerOptions: true,
  hostedTools: true,
  now: true,
  contextTokens: true,
  countTokens: true,
} satisfies Record<keyof AiSdkOptions, true>);

/**
 * An engine for any language model of the AI SDK of version 3 or 4 of the interface. Streams text, reasoning, tool calls, hosted
 * calls and usage. It makes one request for each model call, executes no function and retries nothing. Aborting closes the request.
 *
 * @throws `RangeError` or `TypeError` An option is unknown or unusable, such as a `model` of an older version of the interface.
 */
export function aiSdk(options: AiSdkOptions): Engine {
  checkOptions(options, OPTIONS, 'aiSdk', "Pass an object with model: { model: anthropic('…') }.");
  checkModel(options.model);
  checkContextWindow(options, 'aiSdk');
  const now = options.now ?? Date.now;
  return {
    name: 'ai-sdk',
    contextTokens: options.contextTokens,
    countTokens: options.countTokens,
    async *generate(input, signal) {
      const model = chooseModel(options.model, input.model, now);
      const target = targetOf(model.modelId);
      const opened = await openStream(model, options, input, signal).catch((error: unknown) => {
        throw signal.aborted ? error : toEngineError(error, target, now());
      });
      for (const message of opened.warnings) yield { type: 'warning', message };
      const functions = new Set(input.tools.map((tool) => tool.function.name));
      const context = { target, model: keyOf(model), functions, now };
      try {
        yield* readStream(streamParts(opened.stream, signal), context);
      } catch (error) {
        if (!signal.aborted) throw toStreamPartError(error, target, now(), true);
      }
    },
  };
}

function targetOf(model: string): ProviderTarget {
  // A model does not tell its key: what looks like one is removed from messages.
  return { model, apiKey: null, baseURL: undefined, options: OPERATOR_OPTIONS };
}

/** A function of the app may throw errors of the AI SDK. */
function chooseModel(model: AiSdkOptions['model'], ofRun: string, now: () => number): AiSdkModel {
  try {
    return resolveModel(model, ofRun);
  } catch (error) {
    throw toEngineError(error, targetOf(ofRun), now());
  }
}
