import type { MessageContentPart, ToolChoice } from '@threadkit/core/api';
import type OpenAI from 'openai';
import type { EngineInput, EngineMessage } from '../engine.ts';

type Request = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;
type RequestMessage = OpenAI.Chat.Completions.ChatCompletionMessageParam;
type RequestPart = OpenAI.Chat.Completions.ChatCompletionContentPart;

/** A turn as a streaming Chat Completions request. What is default is left out: not every server knows every field. */
export function toRequest(
  { model, instructions, messages, tools, settings }: EngineInput,
  images: ReadonlyMap<string, string> = new Map(),
): Request {
  const choice = settings.toolChoice;
  const format = settings.responseFormat;
  return {
    model,
    stream: true,
    stream_options: { include_usage: true },
    messages: [
      ...(instructions === null ? [] : [{ role: 'system' as const, content: instructions }]),
      ...messages.map((message) => toMessage(message, images)),
    ],
    ...(tools.length > 0 && {
      tools: tools.map(({ function: { name, description, parameters, strict } }) => ({
        type: 'function' as const,
        function: {
          name,
          ...(description !== undefined && { description }),
          ...(parameters && { parameters: { ...parameters } }),
          ...(strict && { strict }),
        },
      })),
      ...toToolChoice(choice),
      ...(settings.parallelToolCalls === false && { parallel_tool_calls: false }),
    }),
    ...(isSet(settings.temperature) && { temperature: settings.temperature }),
    ...(isSet(settings.topP) && { top_p: settings.topP }),
    ...(typeof settings.maxCompletionTokens === 'number' && {
      max_completion_tokens: settings.maxCompletionTokens,
    }),
    ...(format && format !== 'auto' && format.type !== 'text' && { response_format: format }),
    ...(settings.reasoningEffort && { reasoning_effort: settings.reasoningEffort }),
  };
}

/** 1 is the contract's default; reasoning models refuse to be told. */
function isSet(value: number | null | undefined): value is number {
  return typeof value === 'number' && value !== 1;
}

function toToolChoice(choice: ToolChoice | null | undefined): Pick<Request, 'tool_choice'> {
  if (choice === 'required') return { tool_choice: 'required' };
  if (typeof choice === 'object' && choice?.type === 'function' && choice.function) {
    return { tool_choice: { type: 'function', function: { name: choice.function.name } } };
  }
  return {};
}

function toMessage(message: EngineMessage, images: ReadonlyMap<string, string>): RequestMessage {
  switch (message.role) {
    case 'user': {
      const parts = message.content.map((part) => toPart(part, images));
      const text = parts.every((part) => part.type === 'text');
      return { role: 'user', content: text ? parts.map((part) => part.text).join('\n') : parts };
    }
    case 'assistant': {
      const text = message.content.map(spokenText).filter(Boolean).join('\n');
      const calls = message.toolCalls ?? [];
      return {
        role: 'assistant',
        content: text === '' && calls.length > 0 ? null : text,
        ...(calls.length > 0 && {
          tool_calls: calls.map(({ id, name, arguments: json }) => ({
            id,
            type: 'function' as const,
            function: { name, arguments: json === '' ? '{}' : json },
          })),
        }),
      };
    }
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.output };
  }
}

function toPart(part: MessageContentPart, images: ReadonlyMap<string, string>): RequestPart {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text.value };
    case 'refusal':
      return { type: 'text', text: part.refusal };
    case 'image_url':
      // The provider fetches it, never this server.
      return { type: 'image_url', image_url: part.image_url };
    case 'image_file': {
      const { file_id: id, detail } = part.image_file;
      const url = images.get(id);
      if (url === undefined)
        return { type: 'text', text: `[image ${id}, which cannot be shown to the model]` };
      return { type: 'image_url', image_url: { url, ...(detail && { detail }) } };
    }
  }
}

function spokenText(part: MessageContentPart): string {
  if (part.type === 'text') return part.text.value;
  return part.type === 'refusal' ? part.refusal : '';
}
