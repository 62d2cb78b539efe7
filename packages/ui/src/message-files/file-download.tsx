'use client';

import { useClient, useFile } from '@threadkit/react';
import { type ReactNode, useState } from 'react';
import { useAnnounce } from '../announcer/announcer.tsx';
import { formatBytes } from '../attachments/format-bytes.ts';
import { DownloadIcon, FileIcon } from '../attachments/icons.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { NamedFile } from './collect-files.ts';
import { saveBlob } from './save-blob.ts';

interface FileDownloadProps {
  file: NamedFile;
  instead: ReactNode;
}

/** A file by its name and size. Pressed, it is fetched through the client and saved; nothing of it is opened here. */
export function FileDownload({ file: { fileId, name }, instead }: FileDownloadProps): ReactNode {
  const words = useWords();
  const client = useClient();
  const announce = useAnnounce();
  const { data, isPending, isError } = useFile(fileId);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  if (isPending || isError) return instead;
  const called = data.filename || name || words.message.file(fileId);
  const download = async (): Promise<void> => {
    setState('loading');
    try {
      const content = await client.files?.content(fileId);
      if (content) saveBlob(content, called);
      setState('idle');
    } catch {
      setState('failed');
      announce(words.message.notLoaded);
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
      <span data-visually-hidden="">{words.message.download} </span>
      <span data-slot="file-download-name">{called}</span>{' '}
      <span data-slot="file-download-detail">
        {state === 'failed' ? words.message.notLoaded : formatBytes(data.bytes, words.locale)}
      </span>
      <DownloadIcon />
    </button>
  );
}
