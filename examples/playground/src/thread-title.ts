import type { AssistantsApi, ThreadObject } from '@threadkit/core';

/** The thread's `metadata.title`, else the beginning of its first user message; null while it has neither. */
export async function threadTitle(
  client: AssistantsApi,
  thread: ThreadObject,
  signal: AbortSignal,
): Promise<string | null> {
  const named = thread.metadata?.['title'];
  if (named) return named;
  const { data } = await client.listMessages(thread.id, { order: 'asc', limit: 1 }, { signal });
  const text = data[0]?.content.find((part) => part.type === 'text');
  return text === undefined ? null : firstLine(text.text.value);
}

const longest = 80;

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}
