'use client';

import type { ReactNode } from 'react';
import { FileIcon } from '../../internals/icons/file-icons.tsx';
import { useBlobSource } from '../../message/files/use-blob-source.ts';
import type { Attachment } from './attachment.ts';
import { isModelImage } from './to-input.ts';

/** A thumbnail of an image, or an icon for any other file. */
export function AttachmentMark({ attachment }: { attachment: Attachment }): ReactNode {
  const { file } = attachment;
  return file && isModelImage(attachment) ? <Thumbnail image={file} /> : <FileIcon />;
}

function Thumbnail({ image }: { image: Blob }): ReactNode {
  const source = useBlobSource(image);
  return <img ref={source} data-slot="attachment-image" alt="" />;
}
