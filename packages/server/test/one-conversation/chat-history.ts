import type OpenAI from 'openai';
import { createHistoryReader, type History } from './history.ts';

export type ChatBody = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

/** The history in a request of the Chat Completions API. */
export function readChatHistory({ messages }: ChatBody): History {
  const reader = createHistoryReader();
  for (const message of messages) {
    const text = textOf(message.content);
    if (message.role === 'system' || message.role === 'developer') reader.system(text);
    else if (message.role === 'user') reader.user(text);
    else if (message.role === 'tool') reader.output(message.tool_call_id, text);
    else if (message.role === 'assistant') {
      reader.assistant(text);
      for (const call of message.tool_calls ?? []) {
        if (call.type === 'function') reader.call(call.id, call.function.name, call.function.arguments);
      }
    }
  }
  return reader.items;
}

function textOf(content: ChatBody['messages'][number]['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
}
