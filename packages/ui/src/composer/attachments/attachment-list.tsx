'use client';

import type { ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { FileIcon } from '../../internals/icons/file-icons.tsx';
import { RemoveIcon } from '../../internals/icons/icons.tsx';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { sanitizeFileName } from '../../internals/sanitize-file-name.ts';
import { useFileStrings } from '../../locales/file-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useBlobSource } from '../../message/files/use-blob-source.ts';
import type { Attachment } from './attachment.ts';
import { useAttachmentsContext } from './attachments-context.ts';
import { describeAttachment, hasProgress } from './describe-attachment.ts';
import { isModelImage } from './to-input.ts';

/** The attached files, one row each. Renders a `<ul>`, or nothing without files. */
export function AttachmentList(props: Omit<PrimitiveProps<'ul'>, 'children' | 'asChild'>): ReactNode {
  const strings = useFileStrings();
  const { attachments } = useAttachmentsContext('Attachments.List');
  if (attachments.length === 0) return null;
  return renderPart('ul', 'attachments', {
    'aria-label': strings.attached,
    ...props,
    children: attachments.map((attachment) => <AttachmentRow key={attachment.key} attachment={attachment} />),
  });
}

function AttachmentRow({ attachment }: { attachment: Attachment }): ReactNode {
  const strings = useStrings();
  const fileStrings = useFileStrings();
  const { limits, remove, retry } = useAttachmentsContext('Attachments.List');
  const { key, status } = attachment;
  const name = sanitizeFileName(attachment.name);
  return (
    <li data-slot="attachment" data-status={status}>
      <AttachmentMark attachment={attachment} />
      <span data-slot="attachment-name" title={name}>
        {name}
      </span>
      <span data-slot="attachment-detail">
        {describeAttachment(attachment, limits, strings, fileStrings)}
      </span>
      {status === 'failed' && (
        <Button variant="quiet" aria-label={fileStrings.retry(name)} onClick={() => retry(key)}>
          {strings.error.retry}
        </Button>
      )}
      <Button variant="icon" aria-label={fileStrings.remove(name)} onClick={() => remove(key)}>
        <RemoveIcon />
      </Button>
      {status === 'uploading' && hasProgress(attachment) && (
        <progress
          data-slot="attachment-progress"
          aria-label={name}
          value={attachment.uploadedBytes}
          max={attachment.size}
        />
      )}
    </li>
  );
}

/** A thumbnail of an image, or an icon for any other file. */
function AttachmentMark({ attachment }: { attachment: Attachment }): ReactNode {
  const { file } = attachment;
  return file && isModelImage(attachment) ? <Thumbnail image={file} /> : <FileIcon />;
}

function Thumbnail({ image }: { image: Blob }): ReactNode {
  const source = useBlobSource(image);
  return <img ref={source} data-slot="attachment-image" alt="" />;
}
