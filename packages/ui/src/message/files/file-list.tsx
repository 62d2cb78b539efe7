'use client';

import type { ReactNode } from 'react';
import { useFileStrings } from '../../locales/file-strings.ts';
import type { NamedFile } from './collect-files.ts';
import { FileDownload } from './file-download.tsx';

/** Download buttons for the files of a message. Renders a `<ul>`. */
export function FileList({ files }: { files: readonly NamedFile[] }): ReactNode {
  const strings = useFileStrings();
  return (
    <ul data-slot="message-files" aria-label={strings.files}>
      {files.map((file) => (
        <li key={file.fileId}>
          <FileDownload file={file} />
        </li>
      ))}
    </ul>
  );
}
