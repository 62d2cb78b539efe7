import { quoteForLog } from '../../shared/log.ts';
import { describeValue } from '../../shared/option-values.ts';
import { EngineError } from '../engine-error.ts';

/**
 * A language model of the AI SDK: `LanguageModelV4` or `LanguageModelV3` of `@ai-sdk/provider`. Declared here by its members, so
 * that models of any copy and version of these packages are accepted.
 */
export interface AiSdkModel {
  /** Version of the interface. */
  readonly specificationVersion: 'v3' | 'v4';
  /** Id of the provider, such as `anthropic.messages`. */
  readonly provider: string;
  /** The provider's id of the model. */
  readonly modelId: string;
  /** URLs that the model reads itself, by media type. */
  readonly supportedUrls:
    | Readonly<Record<string, readonly RegExp[]>>
    | PromiseLike<Readonly<Record<string, readonly RegExp[]>>>;
  /** Makes one model call. A method, because its parameter differs by version. */
  doStream(options: object): PromiseLike<{ readonly stream: ReadableStream<unknown> }>;
}

const TODO =
  "Pass a language model of an AI SDK provider that implements version 3 or 4 of the interface, such as anthropic('…') of @ai-sdk/anthropic 3 or later.";

/** Checks the option `model` when the engine is created. @throws `TypeError` It is neither a model nor a function. */
export function checkModel(model: unknown): void {
  if (typeof model === 'function') return;
  const reason = describeMismatch(model);
  if (reason !== undefined) throw new TypeError(`model of aiSdk ${reason}. ${TODO}`);
}

/** The model for a run. @throws {@link EngineError} It is not a model of a known version. */
export function resolveModel(model: AiSdkModel | ((model: string) => AiSdkModel), ofRun: string): AiSdkModel {
  const resolved = typeof model === 'function' ? model(ofRun) : model;
  const reason = describeMismatch(resolved);
  if (reason === undefined) return resolved;
  throw new EngineError(
    'server_error',
    'The model cannot be used: it is not set up correctly. The operator of this app must correct its setup.',
    {
      failure: 'setup',
      forOperator: `model of aiSdk ${reason}. ${TODO}`,
    },
  );
}

/** Apps without types may pass anything. */
function describeMismatch(model: unknown): string | undefined {
  if (model === undefined) return 'is missing';
  if (typeof model === 'string') return `is the text ${quoteForLog(model)}, and not a model`;
  if (typeof model !== 'object' || model === null) return `is ${describeValue(model)}, and not a model`;
  if (!('doStream' in model) || typeof model.doStream !== 'function') return 'is an object without doStream';
  const version = 'specificationVersion' in model ? model.specificationVersion : undefined;
  if (version === 'v3' || version === 'v4') return undefined;
  return `implements ${typeof version === 'string' ? `version "${version.slice(0, 10)}"` : 'no version'} of the interface`;
}
