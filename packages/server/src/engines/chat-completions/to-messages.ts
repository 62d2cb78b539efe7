import type { MessageContentPart } from '@threadkit/core/api';
import type OpenAI from 'openai';
import type { EngineInput, EngineMessage } from '../engine.ts';
import { toCallArguments } from '../provider/call-arguments.ts';
import { providerMembers } from '../provider/provider-members.ts';
import { withoutCalls } from '../provider/without-calls.ts';
import type { ChatCompletionsDialect } from './dialect.ts';

type RequestMessage = OpenAI.Chat.Completions.ChatCompletionMessageParam;
type RequestPart = OpenAI.Chat.Completions.ChatCompletionContentPart;
type UserMessage = OpenAI.Chat.Completions.ChatCompletionUserMessageParam;

/**
 * Converts instructions and conversation to request messages. Adjacent user messages are merged: many models refuse two in a
 * row, and a failed run leaves two behind.
 */
export function toMessages(
  { model, instructions, messages, tools }: EngineInput,
  images: ReadonlyMap<string, string>,
  dialect: ChatCompletionsDialect,
): RequestMessage[] {
  const callId = callIdsOf(messages, dialect);
  const history = tools.length === 0 ? withoutCalls(messages) : messages;
  const takesUrls = dialect.imageUrls !== 'data';
  const translated = history.map((message) => toMessage(message, { model, images, callId, takesUrls }));
  const joined = joinUsers(dialect.afterTools === 'assistant' ? answerTools(translated) : translated);
  if (instructions === null) return joined;
  if (dialect.instructions !== 'first-user') {
    return [{ role: dialect.instructions ?? 'system', content: instructions }, ...joined];
  }
  const first = joined.findIndex(({ role }) => role === 'user');
  const user = joined[first];
  const own: UserMessage = { role: 'user', content: instructions };
  if (user?.role !== 'user' || first > 0) return [own, ...joined];
  return [joinTwo(own, user), ...joined.slice(1)];
}

function joinUsers(messages: readonly RequestMessage[]): RequestMessage[] {
  const joined: RequestMessage[] = [];
  for (const message of messages) {
    const last = joined.at(-1);
    if (last?.role === 'user' && message.role === 'user') joined.splice(-1, 1, joinTwo(last, message));
    else joined.push(message);
  }
  return joined;
}

/** Puts a note between the outputs of tools and the next user message: the run that called them has failed. */
function answerTools(messages: readonly RequestMessage[]): readonly RequestMessage[] {
  return messages.flatMap((message, index) => {
    const isUnanswered = message.role === 'user' && messages[index - 1]?.role === 'tool';
    return isUnanswered ? [{ role: 'assistant', content: 'There was no response.' }, message] : [message];
  });
}

function joinTwo({ content: one }: UserMessage, { content: two }: UserMessage): UserMessage {
  if (typeof one === 'string' && typeof two === 'string')
    return { role: 'user', content: `${one}\n\n${two}` };
  return { role: 'user', content: [...toParts(one), ...toParts(two)] };
}

function toParts(content: UserMessage['content']): readonly RequestPart[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

/** Numbered rather than hashed, so that all ids of a request differ. */
function callIdsOf(
  messages: readonly EngineMessage[],
  { callIds }: ChatCompletionsDialect,
): (id: string) => string {
  if (callIds !== 'nine-characters') return (id) => id;
  const calls = messages.flatMap((message) =>
    message.role === 'assistant' ? (message.toolCalls ?? []).map(({ id }) => id) : [],
  );
  const short = new Map(calls.map((id, index) => [id, `c${index.toString().padStart(8, '0')}`]));
  return (id) => short.get(id) ?? id;
}

interface Translation {
  readonly model: string;
  readonly images: ReadonlyMap<string, string>;
  readonly callId: (id: string) => string;
  /** Whether the provider reads images at a URL. */
  readonly takesUrls: boolean;
}

function toMessage(
  message: EngineMessage,
  { model, images, callId, takesUrls }: Translation,
): RequestMessage {
  switch (message.role) {
    case 'user': {
      const parts = message.content.map((part) => toPart(part, images, takesUrls));
      const text = parts.every((part) => part.type === 'text');
      return { role: 'user', content: text ? parts.map((part) => part.text).join('\n') : parts };
    }
    case 'assistant': {
      const text = message.content.map(textOfPart).filter(Boolean).join('\n');
      const calls = message.toolCalls ?? [];
      return {
        ...(calls.length > 0 && providerMembers(message.private, model)),
        role: 'assistant',
        content: text === '' && calls.length > 0 ? null : text,
        ...(calls.length > 0 && {
          tool_calls: calls.map(({ id, name, arguments: json, private: kept }) => ({
            ...providerMembers(kept, model),
            id: callId(id),
            type: 'function' as const,
            function: { name, arguments: toCallArguments(json) },
          })),
        }),
      };
    }
    case 'tool':
      return { role: 'tool', tool_call_id: callId(message.toolCallId), content: message.output };
  }
}

function toPart(
  part: MessageContentPart,
  images: ReadonlyMap<string, string>,
  takesUrls: boolean,
): RequestPart {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text.value };
    case 'refusal':
      return { type: 'text', text: part.refusal };
    case 'image_url':
      if (!takesUrls && !isDataUrl(part.image_url.url)) {
        return { type: 'text', text: '[image at a URL, which cannot be shown to the model]' };
      }
      // Fetched by the provider, never by this server.
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

/** Whether a message has an image that only its address is known of. */
export function hasImageUrl(messages: readonly EngineMessage[]): boolean {
  return messages.some(
    (message) =>
      message.role === 'user' &&
      message.content.some((part) => part.type === 'image_url' && !isDataUrl(part.image_url.url)),
  );
}

function isDataUrl(url: string): boolean {
  return /^data:/i.test(url);
}

function textOfPart(part: MessageContentPart): string {
  if (part.type === 'text') return part.text.value;
  return part.type === 'refusal' ? part.refusal : '';
}
