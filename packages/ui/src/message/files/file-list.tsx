'use client';

import type { ReactNode } from 'react';
import { useFilesWords } from '../../locales/use-files-words.ts';
import type { NamedFile } from './collect-files.ts';
import { FileDownload } from './file-download.tsx';

/** The files of a message, each to be downloaded. Renders a `<ul>`. */
export function FileList({ files }: { files: readonly NamedFile[] }): ReactNode {
  const words = useFilesWords();
  return (
    <ul data-slot="message-files" aria-label={words.files}>
      {files.map((file) => (
        <li key={file.fileId}>
          <FileDownload file={file} />
        </li>
      ))}
    </ul>
  );
}
