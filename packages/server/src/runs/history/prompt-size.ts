import type { EngineMessage } from '../../engines/engine.ts';

/** The tokenizer of the model is unknown: four characters are about one token. */
export const CHARS_PER_TOKEN = 4;

/** Characters of the messages as a model reads them. Images count as 0. */
export function countChars(messages: readonly EngineMessage[]): number {
  return messages.reduce((sum, message) => sum + charsOfOne(message), 0);
}

function charsOfOne(message: EngineMessage): number {
  if (message.role === 'tool') return message.output.length;
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  const called = calls.reduce((sum, call) => sum + call.name.length + call.arguments.length, 0);
  return message.content.reduce((sum, part) => {
    if (part.type === 'text') return sum + part.text.value.length;
    return part.type === 'refusal' ? sum + part.refusal.length : sum;
  }, called);
}
