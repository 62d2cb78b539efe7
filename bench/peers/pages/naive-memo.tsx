/** The naive page with memoized messages: unchanged messages do not render again. */
import { memo } from 'react';
import { MarkdownText } from './markdown.tsx';
import { installNaive, type NaiveMessageProps } from './naive-chat.tsx';

const Message = memo(function Message({ message: { role, text } }: NaiveMessageProps) {
  if (role === 'user') return <article className="plain-message plain-user">{text}</article>;
  return (
    <article className="plain-message">
      <MarkdownText text={text} />
    </article>
  );
});

installNaive(Message);
