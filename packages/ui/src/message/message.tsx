'use client';

import type { MessageContentPart, MessageObject } from '@threadkit/core';
import { Fragment, type ReactNode, useMemo } from 'react';
import { type PrimitiveProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { LazyMarkdown } from '../markdown/lazy-markdown.tsx';
import { CitationTextContext } from '../markdown/render/citation-text.tsx';
import { CitationsProvider } from './citation/citation-context.tsx';
import { CitedText, Sources } from './citation/cited-text.tsx';
import { collectCitations } from './citation/collect-citations.ts';
import { ImageFile } from './files/image-file.tsx';
import { MessageFiles } from './files/message-files.tsx';
import { unknownPartText } from './unknown-part.ts';

/** Props of `Message.Root`. */
export interface MessageRootProps extends PrimitiveProps<'article'> {
  /** The author of the message. Sets the accessible name and the layout. Selector: `[data-role]`. */
  role: 'user' | 'assistant';
  /** The delivery state of the message. Selector: `[data-phase]`. */
  phase?: 'sending' | 'failed' | 'live' | 'stored' | undefined;
}

/** One message. User messages are tinted and at the end of the row. Renders an `<article>`. */
export function MessageRoot({ role, phase, ...props }: MessageRootProps): ReactNode {
  const strings = useStrings();
  return renderPart(
    'article',
    'message',
    {
      'aria-label': role === 'user' ? strings.message.you : strings.message.assistant,
      ...props,
    },
    { role, phase, 'scroll-anchor': 'row' },
  );
}

const renderCited = (text: string): ReactNode => <CitedText text={text} />;

/** Props of `Message.Content`. */
export interface MessageContentProps extends Omit<PrimitiveProps<'div'>, 'children' | 'content' | 'asChild'> {
  /**
   * The message whose parts, citations and files are rendered. With `thread_id` and `run_id`, and in a `ThreadkitProvider`, the passages of
   * citations are loaded when a person points at them.
   */
  message: Pick<MessageObject, 'role' | 'content' | 'attachments'> &
    Partial<Pick<MessageObject, 'thread_id' | 'run_id'>>;
  /** More content will follow. @defaultValue false */
  isStreaming?: boolean | undefined;
  /** Renders one part. @defaultValue `Message.Part` */
  children?: ((part: MessagePartProps, index: number) => ReactNode) | undefined;
}

/** The parts of a message in order, and their sources. Renders a `<div>`. */
export function MessageContent({
  message,
  isStreaming = false,
  children = renderMessagePart,
  ...props
}: MessageContentProps): ReactNode {
  const { content, role } = message;
  const citations = useMemo(() => collectCitations(content), [content]);
  return renderPart('div', 'message-content', {
    ...props,
    children: (
      <CitationsProvider citations={citations} isStreaming={isStreaming} message={message}>
        <CitationTextContext value={renderCited}>
          {content.map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- parts of a message keep their positions
            <Fragment key={index}>
              {children({ part, role, isStreaming: isStreaming && index === content.length - 1 }, index)}
            </Fragment>
          ))}
        </CitationTextContext>{' '}
        <MessageFiles message={message} />
        <Sources />
      </CitationsProvider>
    ),
  });
}

/** Props of `Message.Part`. */
export interface MessagePartProps {
  /** A content part of the contract. Parts of unknown types are shown as text. */
  part: MessageContentPart;
  /** The author. The text of users is not rendered as markdown. */
  role: MessageObject['role'];
  /** More content will follow. @defaultValue false */
  isStreaming?: boolean | undefined;
}

function renderMessagePart(props: MessagePartProps): ReactNode {
  return <MessagePart {...props} />;
}

/** One part of a message: text, refusal or image. Renders one element. */
export function MessagePart({ part, role, isStreaming = false }: MessagePartProps): ReactNode {
  const strings = useStrings();
  switch (part.type) {
    case 'text':
      if (role === 'user') return <div data-slot="message-text">{part.text.value}</div>;
      return <LazyMarkdown text={part.text.value} isStreaming={isStreaming} />;
    case 'refusal':
      return (
        <p data-slot="message-refusal">
          <strong>{strings.message.refused}</strong> {part.refusal}
        </p>
      );
    case 'image_file':
      return <ImageFile fileId={part.image_file.file_id} />;
    case 'image_url':
      return <ImageUrl url={part.image_url.url} />;
    default:
      return <div data-slot="message-text">{unknownPartText(part)}</div>;
  }
}

/**
 * Images embedded in the page (`data:`, `blob:`) are shown. Other URLs are text: loading them would disclose the reader's
 * IP address.
 */
function ImageUrl({ url }: { url: string }): ReactNode {
  const strings = useStrings();
  if (/^(?:data:image\/(?:png|jpeg|gif|webp);|blob:)/.test(url)) {
    return <img data-slot="message-image" src={url} alt={strings.message.attachedImage} />;
  }
  return <span data-slot="message-file">{strings.markdown.image(url)}</span>;
}
