import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { MessageContentPart } from '@threadkit/core/api';
import type { EngineInput, EngineMessage, EngineToolCall } from '../engine.ts';
import { toCallArguments } from '../provider/call-arguments.ts';
import { parseJson } from '../provider/json-values.ts';
import { withoutCalls } from '../provider/without-calls.ts';
import { type ReadsUrl, toImagePart } from './images.ts';
import { type KeptPart, readCall, readContent } from './kept-content.ts';
import { type ProviderMetadata, withoutItemIds } from './provider-metadata.ts';

type UserPart = Extract<LanguageModelV4Message, { role: 'user' }>['content'][number];
type AssistantPart = Extract<LanguageModelV4Message, { role: 'assistant' }>['content'][number];
type ToolPart = Extract<LanguageModelV4Message, { role: 'tool' }>['content'][number];

export interface PromptContext {
  /** Identifies the model in private data. */
  readonly model: string;
  /** URLs of stored images by file id. */
  readonly images: ReadonlyMap<string, string>;
  readonly readsUrl: ReadsUrl;
}

/**
 * Converts instructions and conversation to a prompt. Adjacent messages of users, and outputs of one model call, are one message:
 * many models refuse two in a row. Blank text and empty messages, which some providers refuse, are left out.
 */
export function toPrompt(
  { instructions, messages, tools }: EngineInput,
  context: PromptContext,
): LanguageModelV4Prompt {
  const history = tools.length === 0 ? withoutCalls(messages) : messages;
  const calls = callIdsOf(history, context.model);
  const prompt: LanguageModelV4Prompt =
    instructions === null || instructions === '' ? [] : [{ role: 'system', content: instructions }];
  for (const message of history) addMessage(prompt, message, calls, context);
  return prompt;
}

function addMessage(
  prompt: LanguageModelV4Prompt,
  message: EngineMessage,
  calls: ReadonlyMap<string, NamedCall>,
  context: PromptContext,
): void {
  const last = prompt.at(-1);
  switch (message.role) {
    case 'user': {
      const content = message.content.flatMap((part) => toUserPart(part, context));
      if (content.length === 0) return;
      if (last?.role === 'user') last.content.push(...content);
      else prompt.push({ role: 'user', content });
      return;
    }
    case 'assistant': {
      const content = toAssistantParts(message, calls, context.model);
      if (content.length > 0) prompt.push({ role: 'assistant', content });
      return;
    }
    case 'tool': {
      const call = calls.get(message.toolCallId);
      if (!call) return;
      const output = { type: 'text' as const, value: message.output };
      const part: ToolPart = { type: 'tool-result', toolCallId: call.id, toolName: call.name, output };
      if (last?.role === 'tool') last.content.push(part);
      else prompt.push({ role: 'tool', content: [part] });
    }
  }
}

interface NamedCall {
  /** The id in the prompt. */
  readonly id: string;
  readonly name: string;
}

/**
 * The ids of the calls in the prompt, by the ids of the thread's calls. The provider's own id is preferred: some accept only ids of
 * their form, or know calls by them. Some repeat their ids from one model call to the next; a repeated one is not used.
 */
function callIdsOf(messages: readonly EngineMessage[], model: string): ReadonlyMap<string, NamedCall> {
  const calls = new Map<string, NamedCall>();
  const used = new Set<string>();
  for (const message of messages) {
    for (const call of message.role === 'assistant' ? (message.toolCalls ?? []) : []) {
      const own = readCall(call.private, model)?.toolCallId ?? '';
      const id = own === '' || used.has(own) ? call.id : own;
      used.add(id);
      calls.set(call.id, { id, name: call.name });
    }
  }
  return calls;
}

function toUserPart(part: MessageContentPart, { images, readsUrl }: PromptContext): readonly UserPart[] {
  switch (part.type) {
    case 'text':
      return textPart(part.text.value);
    case 'refusal':
      return textPart(part.refusal);
    case 'image_url':
      // Fetched by the provider, never by this server.
      return [toImagePart(part.image_url.url, part.image_url.url, readsUrl)];
    case 'image_file': {
      const { file_id: id } = part.image_file;
      return [toImagePart(images.get(id), id, readsUrl)];
    }
  }
}

function toAssistantParts(
  { content, toolCalls = [], private: kept }: Extract<EngineMessage, { role: 'assistant' }>,
  calls: ReadonlyMap<string, NamedCall>,
  model: string,
): AssistantPart[] {
  const keptParts = readContent(kept, model);
  const parts: readonly KeptPart[] = keptParts ?? content.flatMap(toText);
  const left = new Map(toolCalls.entries());
  const toCall = (call: EngineToolCall): AssistantPart => ({
    type: 'tool-call',
    toolCallId: calls.get(call.id)?.id ?? call.id,
    toolName: call.name,
    input: parseJson(toCallArguments(call.arguments)),
    ...optionsOf(readCall(call.private, model)?.providerOptions, keptParts !== undefined),
  });
  const inOrder = parts.flatMap((part): AssistantPart[] => {
    if (part.type === 'text' && part.text.trim() === '') return [];
    if (part.type !== 'function-call') return [part];
    const call = left.get(part.index);
    left.delete(part.index);
    // Not every call of the model is kept in the thread.
    return call ? [toCall(call)] : [];
  });
  return [...inOrder, ...[...left.values()].map(toCall)];
}

function optionsOf(
  metadata: ProviderMetadata | undefined,
  isWithModelCall: boolean,
): { readonly providerOptions?: ProviderMetadata } {
  const options = metadata && !isWithModelCall ? withoutItemIds(metadata) : metadata;
  return options ? { providerOptions: options } : {};
}

function toText(part: MessageContentPart): Extract<KeptPart, { type: 'text' }>[] {
  if (part.type === 'text') return textPart(part.text.value);
  return part.type === 'refusal' ? textPart(part.refusal) : [];
}

function textPart(text: string): { type: 'text'; text: string }[] {
  return text.trim() === '' ? [] : [{ type: 'text', text }];
}
