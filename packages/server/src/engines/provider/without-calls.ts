import type { EngineMessage } from '../engine.ts';

/**
 * A history without tool calls, for a run without tools: providers refuse calls of functions that the request does not declare.
 * The text after the calls has their result.
 */
export function withoutCalls(messages: readonly EngineMessage[]): EngineMessage[] {
  const kept: EngineMessage[] = [];
  for (const message of messages) {
    if (message.role === 'tool') continue;
    const last = kept.at(-1);
    if (message.role === 'user') kept.push(message);
    else if (last?.role === 'assistant') {
      kept.splice(-1, 1, { role: 'assistant', content: [...last.content, ...message.content] });
    } else if (message.content.length > 0) kept.push({ role: 'assistant', content: message.content });
  }
  return kept;
}
