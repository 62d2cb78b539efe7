'use client';

import type { ReactNode } from 'react';
import { FileIcon } from '../../internals/icons/file-icons.tsx';
import { useBlobSource } from '../../message/files/use-blob-source.ts';
import type { Attachment } from './attachment.ts';
import { isSeen } from './to-input.ts';

/** The image itself, small, where the file is one; else a sheet. Its name stands beside it. */
export function AttachmentMark({ attachment }: { attachment: Attachment }): ReactNode {
  const { file } = attachment;
  return file && isSeen(attachment) ? <Thumbnail image={file} /> : <FileIcon />;
}

function Thumbnail({ image }: { image: Blob }): ReactNode {
  const source = useBlobSource(image);
  return <img ref={source} data-slot="attachment-image" alt="" />;
}
