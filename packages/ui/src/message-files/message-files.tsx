'use client';

import type { MessageObject } from '@threadkit/core';
import { useFiles } from '@threadkit/react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { collectFiles, type NamedFile } from './collect-files.ts';

// Loaded with the first file. Where that fails the name stays.
const FileDownload = lazy(() =>
  import('../attachments/file-parts.ts').then(
    (parts) => ({ default: parts.FileDownload }),
    () => ({ default: ({ instead }: { instead: ReactNode }) => instead }),
  ),
);

export interface MessageFilesProps {
  message: Pick<MessageObject, 'content' | 'attachments'>;
}

/** The files of a message, a row each. Renders a `<ul>`, and nothing for a message without files. */
export function MessageFiles({ message }: MessageFilesProps): ReactNode {
  const words = useWords();
  const files = collectFiles(message);
  if (files.length === 0) return null;
  return (
    <ul data-slot="message-files" aria-label={words.message.files}>
      {files.map((file) => (
        <FileRow key={file.fileId} file={file} />
      ))}
    </ul>
  );
}

function FileRow({ file }: { file: NamedFile }): ReactNode {
  const words = useWords();
  const isOffered = useFiles() !== undefined;
  const name = <span data-slot="message-file">{file.name ?? words.message.file(file.fileId)}</span>;
  return (
    <li>
      {isOffered ? (
        <Suspense fallback={name}>
          <FileDownload file={file} instead={name} />
        </Suspense>
      ) : (
        name
      )}
    </li>
  );
}
