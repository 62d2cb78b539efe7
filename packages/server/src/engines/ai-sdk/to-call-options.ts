import type { LanguageModelV3Prompt, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ResponseFormat, ToolChoice } from '@threadkit/core/api';
import { quoteForLog } from '../../shared/log.ts';
import type { EngineInput } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { asObject } from '../provider/json-values.ts';
import { isSet, toParameters } from '../provider/request-values.ts';

export interface OwnOptions {
  /** By the name that the model uses. */
  readonly hostedTools?: Readonly<Record<string, object>> | undefined;
  /** By provider. */
  readonly providerOptions?: Readonly<Record<string, object>> | undefined;
}

type Options = Omit<LanguageModelV4CallOptions, 'prompt' | 'providerOptions' | 'tools'> & {
  prompt: LanguageModelV4CallOptions['prompt'] | LanguageModelV3Prompt;
  tools?: (Tool | HostedTool)[];
  providerOptions?: Readonly<Record<string, object>>;
};
/** A tool that the provider defines. */
interface HostedTool {
  readonly type: 'provider';
  readonly id: string;
  readonly name: string;
  readonly args: object;
}

type Tool = NonNullable<LanguageModelV4CallOptions['tools']>[number];
type Schema = Extract<Tool, { type: 'function' }>['inputSchema'];

/**
 * The options of one model call. Default values are left out: not every model accepts every setting.
 *
 * @throws {@link EngineError} A hosted tool is not one of a provider.
 */
export function toCallOptions(
  { settings, tools }: EngineInput,
  prompt: Options['prompt'],
  { hostedTools = {}, providerOptions }: OwnOptions,
  abortSignal: AbortSignal,
): Options {
  const hosted = Object.entries(hostedTools).map(([name, tool]) => toHostedTool(name, tool));
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
    ...(tools.length + hosted.length > 0 && {
      tools: [
        ...tools.map(({ function: { name, description, parameters, strict } }) => ({
          type: 'function' as const,
          name,
          // Written by the app; the provider checks it.
          inputSchema: toParameters(parameters ?? {}) as Schema,
          ...(description !== undefined && { description }),
          ...(strict && { strict }),
        })),
        ...hosted,
      ],
      toolChoice: toToolChoice(settings.toolChoice),
    }),
    ...(providerOptions && { providerOptions }),
  };
}

/** Without the functions that the AI SDK adds for its own use. */
function toHostedTool(name: string, tool: object): HostedTool {
  const { type, id, args } = asObject(tool);
  if (type === 'provider' && typeof id === 'string') return { type, id, name, args: asObject(args) };
  throw new EngineError(
    'server_error',
    'The model cannot be used: one of its tools is not set up correctly. The operator of this app must correct its setup.',
    {
      failure: 'setup',
      forOperator: `${quoteForLog(name)} in hostedTools of aiSdk is not a tool that a provider executes. Pass tools as the package of the provider returns them, such as anthropic.tools.webSearch_20250305(); functions belong to the assistant or run.`,
    },
  );
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
