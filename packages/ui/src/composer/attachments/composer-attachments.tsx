'use client';

import type { FilesApi } from '@threadkit/core';
import { type ReactNode, useEffect } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import { useFileStrings } from '../../locales/file-strings.ts';
import { AttachButton } from './attach-button.tsx';
import type { AttachmentLimits } from './attachment-limits.ts';
import { AttachmentList } from './attachment-list.tsx';
import { AttachmentsRoot } from './attachments-root.tsx';
import type { ComposerFiles } from './composer-files.ts';
import { describeBlockedReason } from './describe-attachment.ts';
import { DropZone } from './drop-zone.tsx';
import { isModelImage } from './to-input.ts';
import { useAttachments } from './use-attachments.ts';

export interface ComposerAttachmentsProps {
  files: FilesApi;
  limits: Partial<AttachmentLimits> | undefined;
  /** Called when the state or the functions of the attachments change. */
  onChange: (files: ComposerFiles) => void;
}

/** All attachment parts of a chat's composer: list, button and drop zone. */
export function ComposerAttachments({ files, limits, onChange }: ComposerAttachmentsProps): ReactNode {
  const value = useAttachments(files, limits);
  const { attachments, take, restore } = value;
  const strings = useFileStrings();
  const announce = useAnnounce();
  const blockedReason = describeBlockedReason(attachments, strings);
  const hasImage = attachments.some((item) => item.status === 'done' && isModelImage(item));
  // Report to the composer, which is mounted before this component has loaded.
  useEffect(
    () => onChange({ blockedReason, hasImage, take, restore }),
    [blockedReason, hasImage, onChange, restore, take],
  );
  // Announce why the message cannot be sent.
  useEffect(() => {
    if (blockedReason !== undefined) announce(blockedReason);
  }, [announce, blockedReason]);
  return (
    <AttachmentsRoot value={value}>
      <AttachmentList />
      <AttachButton />
      <DropZone />
    </AttachmentsRoot>
  );
}
