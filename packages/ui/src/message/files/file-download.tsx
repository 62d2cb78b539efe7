'use client';

import { useQuery } from '@tanstack/react-query';
import { useClient } from '@threadkit/react';
import { fileOptions } from '@threadkit/react/query';
import { type ReactNode, useState } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import { formatBytes } from '../../internals/format-bytes.ts';
import { DownloadIcon, FileIcon } from '../../internals/icons/file-icons.tsx';
import { sanitizeFileName } from '../../internals/sanitize-file-name.ts';
import { useFileStrings } from '../../locales/file-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import type { NamedFile } from './collect-files.ts';

/**
 * Button with a file's name and size that fetches the file through the client and saves it. A name without a button if the
 * file is missing.
 */
export function FileDownload({ file: { fileId, name } }: { file: NamedFile }): ReactNode {
  const strings = useStrings();
  const fileStrings = useFileStrings();
  const client = useClient();
  const announce = useAnnounce();
  const { data, isPending, isError } = useQuery(fileOptions(client, fileId));
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  if (isPending || isError)
    return <span data-slot="message-file">{name ?? strings.message.file(fileId)}</span>;
  const called = sanitizeFileName(data.filename || name || '') || strings.message.file(fileId);
  const download = async (): Promise<void> => {
    setState('loading');
    try {
      const content = await client.files?.content(fileId);
      if (content) saveBlob(content, called);
      setState('idle');
    } catch {
      setState('failed');
      announce(fileStrings.loadFailed);
    }
  };
  return (
    <button
      type="button"
      data-slot="file-download"
      data-status={state}
      aria-busy={state === 'loading'}
      onClick={() => {
        if (state !== 'loading') void download();
      }}
    >
      <FileIcon />
      <span data-visually-hidden="">{fileStrings.download} </span>
      <span data-slot="file-download-name">{called}</span>{' '}
      <span data-slot="file-download-detail">
        {state === 'failed' ? fileStrings.loadFailed : formatBytes(data.bytes, strings.languageTag)}
      </span>
      <DownloadIcon />
    </button>
  );
}

/** Downloads a blob under a name. Its type is `application/octet-stream`, so that the browser does not open it. */
function saveBlob(content: Blob, name: string): void {
  const url = URL.createObjectURL(content.slice(0, content.size, 'application/octet-stream'));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
