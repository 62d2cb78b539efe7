import type OpenAI from 'openai';
import type { EngineInput } from '../engine.ts';
import { isSet } from '../provider/request-values.ts';
import type { ChatCompletionsDialect } from './dialect.ts';
import { toReasoningEffort } from './reasoning-effort.ts';
import { toMessages } from './to-messages.ts';
import { listedTools, toTools } from './to-tools.ts';

type Request = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

const ANY_OBJECT = {
  type: 'json_schema' as const,
  json_schema: { name: 'object', schema: { type: 'object' } },
};

/** A streaming Chat Completions request. Default values are left out: not every server knows every field. */
export function toRequest(
  input: EngineInput,
  images: ReadonlyMap<string, string> = new Map(),
  dialect: ChatCompletionsDialect = {},
): Request {
  const { settings } = input;
  const listed = { ...input, tools: listedTools(input, dialect) };
  const request: Request = {
    model: input.model,
    stream: true,
    stream_options: { include_usage: true },
    messages: toMessages(listed, images, dialect),
    ...toTools(listed, dialect),
    ...(isSet(settings.temperature) && { temperature: settings.temperature }),
    ...(isSet(settings.topP) && { top_p: settings.topP }),
    ...(typeof settings.maxCompletionTokens === 'number' && {
      [dialect.maxTokensField ?? 'max_completion_tokens']: settings.maxCompletionTokens,
    }),
    ...toResponseFormat(settings.responseFormat, dialect),
    ...toReasoningEffort(settings.reasoningEffort, dialect),
  };
  for (const field of dialect.omit ?? []) if (field !== 'strict') delete request[field];
  return request;
}

function toResponseFormat(
  format: EngineInput['settings']['responseFormat'],
  { jsonMode }: ChatCompletionsDialect,
): Pick<Request, 'response_format'> {
  if (!format || format === 'auto' || format.type === 'text') return {};
  if (format.type === 'json_object' && jsonMode === 'json_schema') return { response_format: ANY_OBJECT };
  return { response_format: format };
}
