'use client';

import type { MessageContentPart, MessageObject } from '@threadkit/core';
import { Fragment, type ReactNode, useMemo } from 'react';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { LazyMarkdown } from '../markdown/lazy-markdown.tsx';
import { CitationTextContext } from '../markdown/render/citation-text.tsx';
import { CitationsProvider } from './citation/citation-context.tsx';
import { CitedText } from './citation/cited-text.tsx';
import { collectCitations } from './citation/collect-citations.ts';
import { Sources } from './citation/sources.tsx';
import { ImageFile } from './files/image-file.tsx';
import { MessageFiles } from './files/message-files.tsx';
import { unknownPartText } from './unknown-part.ts';

export interface MessageRootProps extends PartProps<'article'> {
  role: 'user' | 'assistant';
  /** Where the message stands on its way. Selector: `[data-phase]`. */
  phase?: 'sending' | 'failed' | 'live' | 'stored' | undefined;
}

/** One message. What the person wrote stands right and tinted, an answer bare on the page. Renders an `<article>`. */
export function MessageRoot({ role, phase, ...props }: MessageRootProps): ReactNode {
  const strings = useStrings();
  return renderPart(
    'article',
    'message',
    { 'aria-label': role === 'user' ? strings.message.you : strings.message.assistant, ...props },
    { role, phase },
  );
}

const renderCited = (text: string): ReactNode => <CitedText text={text} />;

export interface MessageContentProps extends Omit<PartProps<'div'>, 'children' | 'content' | 'asChild'> {
  message: Pick<MessageObject, 'role' | 'content' | 'attachments'>;
  /** More of it is to come. @defaultValue false */
  isStreaming?: boolean | undefined;
  /** How one part looks, by its index. @defaultValue `Message.Part` */
  children?: ((part: MessagePartProps, index: number) => ReactNode) | undefined;
}

/** The parts of a message in their order, and what they cite. Renders a `<div>`. */
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
      <CitationsProvider citations={citations} isStreaming={isStreaming}>
        <CitationTextContext value={renderCited}>
          {content.map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- parts of a message keep their places
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

export interface MessagePartProps {
  part: MessageContentPart;
  /** Who wrote it: a person's words are shown as they were typed. */
  role: MessageObject['role'];
  /** More of it is to come. @defaultValue false */
  isStreaming?: boolean | undefined;
}

function renderMessagePart(props: MessagePartProps): ReactNode {
  return <MessagePart {...props} />;
}

/** One part of a message: its text, its refusal, its image. Renders one element. */
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

/** An image that is in the page already is shown; one elsewhere is named, because loading it would tell on the reader. */
function ImageUrl({ url }: { url: string }): ReactNode {
  const strings = useStrings();
  if (/^(?:data:image\/(?:png|jpeg|gif|webp);|blob:)/.test(url)) {
    return <img data-slot="message-image" src={url} alt={strings.message.attachedImage} />;
  }
  return <span data-slot="message-file">{strings.markdown.image(url)}</span>;
}
