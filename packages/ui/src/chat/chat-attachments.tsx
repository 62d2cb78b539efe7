'use client';

import { useCapabilities, useFiles } from '@threadkit/react';
import type { ReactNode } from 'react';
import { lazyPart } from '../internals/lazy-part.tsx';
import { loadLazyParts } from '../load-lazy-parts.ts';
import { useComposerFiles } from './composer-files-context.ts';

/** Loaded only if the backend stores files. If loading fails, the chat has no attachments. */
const Attachments = lazyPart(
  loadLazyParts,
  (parts) => parts.ComposerAttachments,
  () => null,
);

/**
 * The files of the message that is being written: their list, the button that adds files, and the drop zone over the
 * thread. Renders these elements side by side, or nothing if the backend stores no files.
 */
export function ChatAttachments(): ReactNode {
  const { limits, onChange } = useComposerFiles('Chat.Attachments');
  const isSupported = useCapabilities().files === true;
  const files = useFiles();
  if (!isSupported || !files || limits === false) return null;
  return (
    <Attachments files={files} limits={limits} onChange={onChange}>
      <span data-slot="composer-attach" />
    </Attachments>
  );
}
