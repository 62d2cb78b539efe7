import type { MessageContentPart, RunCompletionUsage } from '@threadkit/core/api';
import type { EngineInput } from '../engine.ts';
import { countTokens } from './chunk-text.ts';

/** The estimated usage of a model call. `thought` is its reasoning. */
export function estimateUsage(input: EngineInput, written: string, thought = ''): RunCompletionUsage {
  const prompt = input.messages.reduce(
    (sum, message) => {
      if (message.role === 'tool') return sum + countTokens(message.output);
      const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
      return (
        sum +
        countTokens(partsText(message.content)) +
        calls.reduce((more, call) => more + countTokens(call.name + call.arguments), 0)
      );
    },
    countTokens(input.instructions ?? ''),
  );
  const completion = countTokens(thought + written);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_token_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: countTokens(thought) },
  };
}

export function partsText(content: readonly MessageContentPart[]): string {
  return content.map((part) => (part.type === 'text' ? part.text.value : '')).join('\n');
}
