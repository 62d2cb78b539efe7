import type { ResponseFormat, ToolChoice } from '@threadkit/core/api';
import type OpenAI from 'openai';
import type { EngineInput } from '../engine.ts';
import { isSet, toParameters } from '../provider/request-values.ts';
import { type ResponsesHostedTool, resultsOf } from './hosted-tools.ts';
import { isReasoningModel, type ResponsesReasoning } from './reasoning-model.ts';
import { toInput } from './to-input.ts';

type Request = OpenAI.Responses.ResponseCreateParamsStreaming;

export interface RequestOptions {
  readonly hostedTools?: readonly ResponsesHostedTool[] | undefined;
  readonly reasoning?: ResponsesReasoning | false | undefined;
  readonly store?: boolean | undefined;
}

/** The provider refuses a smaller `max_output_tokens`. The reader of the response enforces smaller budgets. */
const MIN_OUTPUT_TOKENS = 16;

/** A streaming Responses request with the whole history. Default values are left out: not every server knows every field. */
export function toRequest(
  input: EngineInput,
  images: ReadonlyMap<string, string> = new Map(),
  { hostedTools = [], reasoning, store = false }: RequestOptions = {},
): Request {
  const { instructions, model, settings } = input;
  const isReasoning = reasoning === undefined ? isReasoningModel(model) : reasoning !== false;
  const include: OpenAI.Responses.ResponseIncludable[] = [
    ...(isReasoning ? (['reasoning.encrypted_content'] as const) : []),
    ...resultsOf(hostedTools),
  ];
  return {
    model,
    stream: true,
    store,
    input: toInput(input, images),
    ...(instructions !== null && { instructions }),
    ...(include.length > 0 && { include }),
    ...toTools(input, hostedTools),
    ...(isSet(settings.temperature) && { temperature: settings.temperature }),
    ...(isSet(settings.topP) && { top_p: settings.topP }),
    ...(typeof settings.maxCompletionTokens === 'number' && {
      max_output_tokens: Math.max(settings.maxCompletionTokens, MIN_OUTPUT_TOKENS),
    }),
    ...toText(settings.responseFormat),
    ...(reasoning !== false && toReasoning(settings.reasoningEffort, reasoning?.summary)),
  };
}

function toReasoning(
  effort: EngineInput['settings']['reasoningEffort'],
  summary: ResponsesReasoning['summary'],
): Pick<Request, 'reasoning'> {
  if (!effort && !summary) return {};
  return { reasoning: { ...(effort && { effort }), ...(summary && { summary }) } };
}

function toText(format: ResponseFormat | null | undefined): Pick<Request, 'text'> {
  if (typeof format !== 'object' || format === null || format.type === 'text') return {};
  if (format.type === 'json_object') return { text: { format: { type: 'json_object' } } };
  const { name, description, schema, strict } = format.json_schema;
  return {
    text: {
      format: {
        type: 'json_schema',
        name,
        schema: { ...schema },
        ...(description !== undefined && { description }),
        ...(typeof strict === 'boolean' && { strict }),
      },
    },
  };
}

function toTools(
  { tools, settings }: EngineInput,
  hostedTools: readonly ResponsesHostedTool[],
): Partial<Request> {
  if (tools.length === 0 && hostedTools.length === 0) return {};
  return {
    tools: [
      ...tools.map(
        ({ function: { name, description, parameters, strict } }): OpenAI.Responses.FunctionTool => ({
          type: 'function',
          name,
          ...(description !== undefined && { description }),
          parameters: toParameters(parameters ?? {}),
          // The provider's default is true, which refuses most schemas.
          strict: strict ?? false,
        }),
      ),
      ...hostedTools,
    ],
    ...toToolChoice(settings.toolChoice),
    ...(settings.parallelToolCalls === false && { parallel_tool_calls: false }),
  };
}

function toToolChoice(choice: ToolChoice | null | undefined): Pick<Request, 'tool_choice'> {
  if (choice === 'required' || choice === 'none') return { tool_choice: choice };
  if (typeof choice === 'object' && choice?.type === 'function' && choice.function) {
    return { tool_choice: { type: 'function', name: choice.function.name } };
  }
  return {};
}
