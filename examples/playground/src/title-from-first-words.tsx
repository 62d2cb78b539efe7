import { useMessages, useModifyThreadMetadata, useThreads } from '@threadkit/react';
import { useEffect } from 'react';
import { firstLine } from './first-line.ts';

/** Sets the title of a thread without one to the beginning of its first message. Renders nothing. */
export function TitleFromFirstWords({ threadId }: { threadId: string }) {
  const { data: messages = [], hasNextPage } = useMessages({ threadId });
  const { data: threads = [] } = useThreads();
  const { mutate } = useModifyThreadMetadata();
  const isUntitled = threads.some(({ id, metadata }) => id === threadId && !metadata?.['title']);
  const question = hasNextPage ? undefined : messages.find(({ role }) => role === 'user');
  const text = question?.content.find((part) => part.type === 'text')?.text.value;
  const title = isUntitled && text !== undefined ? firstLine(text) : '';
  useEffect(() => {
    if (title !== '') mutate({ threadId, changes: { title } });
  }, [threadId, title, mutate]);
  return null;
}
