import type { ToolChoice } from '@threadkit/core/api';
import type OpenAI from 'openai';
import type { EngineInput } from '../engine.ts';
import { isSet, toParameters } from '../provider/request-values.ts';
import type { ChatCompletionsDialect } from './dialect.ts';
import { toMessages } from './to-messages.ts';

type Request = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

/** A streaming Chat Completions request. Default values are left out: not every server knows every field. */
export function toRequest(
  input: EngineInput,
  images: ReadonlyMap<string, string> = new Map(),
  dialect: ChatCompletionsDialect = {},
): Request {
  const { settings } = input;
  const format = settings.responseFormat;
  const request: Request = {
    model: input.model,
    stream: true,
    stream_options: { include_usage: true },
    messages: toMessages(input, images, dialect),
    ...toTools(input, dialect),
    ...(isSet(settings.temperature) && { temperature: settings.temperature }),
    ...(isSet(settings.topP) && { top_p: settings.topP }),
    ...(typeof settings.maxCompletionTokens === 'number' && {
      [dialect.maxTokensField ?? 'max_completion_tokens']: settings.maxCompletionTokens,
    }),
    ...(format && format !== 'auto' && format.type !== 'text' && { response_format: format }),
    ...(settings.reasoningEffort && { reasoning_effort: settings.reasoningEffort }),
  };
  for (const field of dialect.omit ?? []) if (field !== 'strict') delete request[field];
  return request;
}

function toTools({ tools, settings }: EngineInput, { omit }: ChatCompletionsDialect): Partial<Request> {
  if (tools.length === 0) return {};
  const takesStrict = !omit?.includes('strict');
  return {
    tools: tools.map(({ function: { name, description, parameters, strict } }) => ({
      type: 'function' as const,
      function: {
        name,
        ...(description !== undefined && { description }),
        ...(parameters && { parameters: toParameters(parameters) }),
        ...(strict && takesStrict && { strict }),
      },
    })),
    ...toToolChoice(settings.toolChoice),
    ...(settings.parallelToolCalls === false && { parallel_tool_calls: false }),
  };
}

function toToolChoice(choice: ToolChoice | null | undefined): Pick<Request, 'tool_choice'> {
  if (choice === 'required' || choice === 'none') return { tool_choice: choice };
  if (typeof choice === 'object' && choice?.type === 'function' && choice.function) {
    return { tool_choice: { type: 'function', function: { name: choice.function.name } } };
  }
  return {};
}
