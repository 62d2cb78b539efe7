import type OpenAI from 'openai';
import { createHistoryReader, type History } from './history.ts';

export type ResponsesBody = OpenAI.Responses.ResponseCreateParamsStreaming;

/** The history in a request of the Responses API. */
export function readResponsesHistory({ instructions, input }: ResponsesBody): History {
  const reader = createHistoryReader();
  if (typeof instructions === 'string') reader.system(instructions);
  for (const item of Array.isArray(input) ? input : []) {
    if (item.type === 'function_call') reader.call(item.call_id, item.name, item.arguments);
    else if (item.type === 'function_call_output') {
      reader.output(item.call_id ?? '', typeof item.output === 'string' ? item.output : textOf(item.output));
    } else if ('role' in item && 'content' in item) {
      const text = textOf(item.content);
      if (item.role === 'assistant') reader.assistant(text);
      else if (item.role === 'user') reader.user(text);
      else reader.system(text);
    } else throw new Error(`The history has the unexpected item ${JSON.stringify(item)}.`);
  }
  return reader.items;
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  const parts = Array.isArray(content) ? (content as readonly { readonly text?: string }[]) : [];
  return parts.map(({ text = '' }) => text).join('');
}
