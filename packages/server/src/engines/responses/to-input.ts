import type { MessageContentPart } from '@threadkit/core/api';
import type OpenAI from 'openai';
import type { EngineInput, EngineMessage } from '../engine.ts';
import { toCallArguments } from '../provider/call-arguments.ts';
import { type HostedItem, type KeptItem, type Phase, readKeptItems } from './kept-items.ts';
import { withoutMarkers } from './without-markers.ts';

/** The input items that this engine sends. */
type InputItem =
  | OpenAI.Responses.EasyInputMessage
  | OpenAI.Responses.ResponseFunctionToolCall
  | OpenAI.Responses.ResponseInputItem.FunctionCallOutput
  | OpenAI.Responses.ResponseReasoningItem
  | HostedItem;
type InputPart = OpenAI.Responses.ResponseInputContent;
type AssistantMessage = Extract<EngineMessage, { role: 'assistant' }>;
type UserMessage = Extract<EngineMessage, { role: 'user' }>;

/**
 * Converts the conversation to input items. Adjacent user messages are merged: templates of many models refuse two in a row,
 * and a failed run leaves two behind. Model calls of this run are sent in their original order with their reasoning.
 */
export function toInput(
  { model, messages }: Pick<EngineInput, 'model' | 'messages'>,
  images: ReadonlyMap<string, string>,
): InputItem[] {
  return mergeUsers(messages).flatMap((message): InputItem[] => {
    switch (message.role) {
      case 'user':
        return [{ role: 'user', content: toUserContent(message, images) }];
      case 'assistant':
        return toAssistantItems(message, readKeptItems(message.private, model));
      case 'tool':
        return [{ type: 'function_call_output', call_id: message.toolCallId, output: message.output }];
    }
  });
}

function mergeUsers(messages: readonly EngineMessage[]): EngineMessage[] {
  const merged: EngineMessage[] = [];
  for (const message of messages) {
    const last = merged.at(-1);
    if (last?.role === 'user' && message.role === 'user') {
      merged.splice(-1, 1, { role: 'user', content: [...last.content, ...message.content] });
    } else merged.push(message);
  }
  return merged;
}

function toUserContent({ content }: UserMessage, images: ReadonlyMap<string, string>): string | InputPart[] {
  const parts = content.map((part) => toPart(part, images));
  const texts = parts.flatMap((part) => (part.type === 'input_text' ? [part.text] : []));
  return texts.length === parts.length ? texts.join('\n\n') : parts;
}

function toPart(part: MessageContentPart, images: ReadonlyMap<string, string>): InputPart {
  switch (part.type) {
    case 'text':
      return { type: 'input_text', text: part.text.value };
    case 'refusal':
      return { type: 'input_text', text: part.refusal };
    case 'image_url': {
      // Fetched by the provider, never by this server.
      const { url, detail = 'auto' } = part.image_url;
      return { type: 'input_image', image_url: url, detail };
    }
    case 'image_file': {
      const { file_id: id, detail = 'auto' } = part.image_file;
      const url = images.get(id);
      if (url === undefined) {
        return { type: 'input_text', text: `[image ${id}, which cannot be shown to the model]` };
      }
      return { type: 'input_image', image_url: url, detail };
    }
  }
}

function toAssistantItems(message: AssistantMessage, kept: readonly KeptItem[]): InputItem[] {
  const calls = (message.toolCalls ?? []).map(
    ({ id, name, arguments: json }): InputItem => ({
      type: 'function_call',
      call_id: id,
      name,
      arguments: toCallArguments(json),
    }),
  );
  if (kept.length === 0) return [...toMessage(message.content, undefined), ...calls];
  return withoutTrailingReasoning(inOriginalOrder(kept, message.content, calls));
}

/** Puts texts and calls between the kept items. Texts that do not match them are put where the first one was. */
function inOriginalOrder(
  kept: readonly KeptItem[],
  content: readonly MessageContentPart[],
  calls: readonly InputItem[],
): InputItem[] {
  const count = kept.reduce((sum, item) => sum + (item.type === 'message' ? item.parts : 0), 0);
  const isExact = count === content.length;
  const placed = new Set<InputItem>();
  let rest = content;
  const items = kept.flatMap((item): readonly InputItem[] => {
    switch (item.type) {
      case 'reasoning':
      case 'hosted':
        return [item.item];
      case 'message': {
        const parts = isExact ? rest.slice(0, item.parts) : rest;
        rest = isExact ? rest.slice(item.parts) : [];
        return toMessage(parts, item.phase);
      }
      case 'call': {
        const call = calls[item.index];
        if (!call) return [];
        placed.add(call);
        const before = toMessage(rest, undefined);
        rest = [];
        return [...before, call];
      }
    }
  });
  return [...items, ...calls.filter((call) => !placed.has(call))];
}

function toMessage(content: readonly MessageContentPart[], phase: Phase | undefined): InputItem[] {
  const text = content.map(textOfPart).filter(Boolean).join('\n');
  return text === '' ? [] : [{ role: 'assistant', content: text, ...(phase && { phase }) }];
}

function textOfPart(part: MessageContentPart): string {
  if (part.type === 'text') return withoutMarkers(part);
  return part.type === 'refusal' ? part.refusal : '';
}

/** The provider refuses reasoning without the item that it led to, such as a call that was dropped. */
function withoutTrailingReasoning(items: readonly InputItem[]): InputItem[] {
  const last = items.findLastIndex((item) => !('type' in item) || item.type !== 'reasoning');
  return items.slice(0, last + 1);
}
