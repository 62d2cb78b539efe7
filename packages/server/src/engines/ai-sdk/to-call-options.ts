import type { LanguageModelV3Prompt, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ResponseFormat, ToolChoice } from '@threadkit/core/api';
import type { EngineInput } from '../engine.ts';
import { isSet, toParameters } from '../provider/request-values.ts';

/** A tool that a provider defines and usually executes, as `anthropic.tools.webSearch_20250305()` returns it. */
export interface AiSdkHostedTool {
  readonly type: 'provider';
  /** Provider and name of the tool. */
  readonly id: `${string}.${string}`;
  readonly args: object;
}

export interface OwnOptions {
  /** By the name that the model uses. */
  readonly hostedTools?: Readonly<Record<string, AiSdkHostedTool>> | undefined;
  /** By provider. */
  readonly providerOptions?: Readonly<Record<string, object>> | undefined;
}

type Options = Omit<LanguageModelV4CallOptions, 'prompt' | 'providerOptions' | 'tools'> & {
  prompt: LanguageModelV4CallOptions['prompt'] | LanguageModelV3Prompt;
  tools?: (Tool | { type: 'provider'; id: string; name: string; args: object })[];
  providerOptions?: Readonly<Record<string, object>>;
};
type Tool = NonNullable<LanguageModelV4CallOptions['tools']>[number];
type Schema = Extract<Tool, { type: 'function' }>['inputSchema'];

/** The options of one model call. Default values are left out: not every model accepts every setting. */
export function toCallOptions(
  { settings, tools }: EngineInput,
  prompt: Options['prompt'],
  { hostedTools = {}, providerOptions }: OwnOptions,
  abortSignal: AbortSignal,
): Options {
  const provided = Object.entries(hostedTools);
  const format = toResponseFormat(settings.responseFormat);
  return {
    prompt,
    abortSignal,
    ...(isSet(settings.temperature) && { temperature: settings.temperature }),
    ...(isSet(settings.topP) && { topP: settings.topP }),
    ...(typeof settings.maxCompletionTokens === 'number' && {
      maxOutputTokens: settings.maxCompletionTokens,
    }),
    ...(format && { responseFormat: format }),
    ...(settings.reasoningEffort && { reasoning: settings.reasoningEffort }),
    ...(tools.length + provided.length > 0 && {
      tools: [
        ...tools.map(({ function: { name, description, parameters, strict } }) => ({
          type: 'function' as const,
          name,
          // Written by the app; the provider checks it.
          inputSchema: toParameters(parameters ?? {}) as Schema,
          ...(description !== undefined && { description }),
          ...(strict && { strict }),
        })),
        ...provided.map(([name, { id, args }]) => ({ type: 'provider' as const, id, name, args })),
      ],
      toolChoice: toToolChoice(settings.toolChoice),
    }),
    ...(providerOptions && { providerOptions }),
  };
}

function toToolChoice(
  choice: ToolChoice | null | undefined,
): NonNullable<LanguageModelV4CallOptions['toolChoice']> {
  if (choice === 'required' || choice === 'none') return { type: choice };
  if (typeof choice === 'object' && choice?.type === 'function' && choice.function) {
    return { type: 'tool', toolName: choice.function.name };
  }
  return { type: 'auto' };
}

function toResponseFormat(
  format: ResponseFormat | null | undefined,
): LanguageModelV4CallOptions['responseFormat'] {
  if (!format || format === 'auto' || format.type === 'text') return undefined;
  if (format.type === 'json_object') return { type: 'json' };
  const { name, description, schema } = format.json_schema;
  return {
    type: 'json',
    name,
    ...(description != null && { description }),
    ...(schema && { schema: schema as Schema }),
  };
}
