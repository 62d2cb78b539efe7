'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { FilesApi } from '@threadkit/core';
import { useClient } from '@threadkit/react';
import { fileContentOptions, fileOptions } from '@threadkit/react/query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Attachment } from './attachment.ts';
import { type AttachmentLimits, DEFAULT_LIMITS } from './attachment-limits.ts';
import { type AttachmentActions, createAttachmentStore } from './attachment-store.ts';

/** Result of `useAttachments`. */
export interface UseAttachmentsResult extends AttachmentActions {
  /** The files in the order in which they were added. */
  readonly attachments: readonly Attachment[];
  /** The limits in effect: the given ones, with defaults for the rest. */
  readonly limits: AttachmentLimits;
}

/**
 * The attachments of a composer. Files are uploaded when they are added; `take` returns the message that contains them.
 *
 * @param limits Read once, on mount.
 */
export function useAttachments(files: FilesApi, limits?: Partial<AttachmentLimits>): UseAttachmentsResult {
  const client = useClient();
  const cache = useQueryClient();
  const [own] = useState((): AttachmentLimits => ({ ...DEFAULT_LIMITS, ...limits }));
  const [store] = useState(() =>
    createAttachmentStore({
      files,
      limits: own,
      // The sent message then needs no request for the file.
      onUploaded: (uploaded, file) => {
        cache.setQueryData(fileOptions(client, uploaded.id).queryKey, uploaded);
        cache.setQueryData(fileContentOptions(client, uploaded.id).queryKey, file);
      },
    }),
  );
  useEffect(() => () => store.close(), [store]);
  const attachments = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  const { add, remove, retry, take, restore } = store;
  return { attachments, limits: own, add, remove, retry, take, restore };
}
