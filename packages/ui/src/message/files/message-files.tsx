'use client';

import type { MessageObject } from '@threadkit/core';
import { useFiles } from '@threadkit/react';
import type { ReactNode } from 'react';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { collectFiles, type NamedFile } from './collect-files.ts';

// If the part cannot be loaded, the file names stay.
const FileList = lazyPart(
  loadLazyParts,
  (parts) => parts.FileList,
  ({ children }: { files: readonly NamedFile[]; children?: ReactNode }) => children,
);

export interface MessageFilesProps {
  message: Pick<MessageObject, 'content' | 'attachments'>;
}

/** The files of a message, one row each. Renders a `<ul>`, or nothing for a message without files. */
export function MessageFiles({ message }: MessageFilesProps): ReactNode {
  const strings = useStrings();
  const isOffered = useFiles() !== undefined;
  const files = collectFiles(message);
  if (files.length === 0) return null;
  const names = (
    <ul data-slot="message-files">
      {files.map(({ fileId, name }) => (
        <li key={fileId} data-slot="message-file">
          {name ?? strings.message.file(fileId)}
        </li>
      ))}
    </ul>
  );
  return isOffered ? <FileList files={files}>{names}</FileList> : names;
}
