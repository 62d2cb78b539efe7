/** The naive page: every delta renders all messages again. */
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { installNaive, type NaiveMessageProps } from './naive-chat.tsx';

function Message({ message: { role, text } }: NaiveMessageProps) {
  if (role === 'user') return <article className="plain-message plain-user">{text}</article>;
  return (
    <article className="plain-message">
      <ReactMarkdown remarkPlugins={[remarkGfm]}>{text}</ReactMarkdown>
    </article>
  );
}

installNaive(Message);
