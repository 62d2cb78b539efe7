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
import { describeHold } from './describe-attachment.ts';
import { DropZone } from './drop-zone.tsx';
import { isSeen } from './to-input.ts';
import { useAttachments } from './use-attachments.ts';

export interface ChatAttachmentsProps {
  files: FilesApi;
  limits: Partial<AttachmentLimits> | undefined;
  /** Told when there is another answer to how a message goes. */
  onChange: (files: ComposerFiles) => void;
}

/** The files of a chat's composer: rows above the text, the button beside it, and where files can be dropped. */
export function ChatAttachments({ files, limits, onChange }: ChatAttachmentsProps): ReactNode {
  const value = useAttachments(files, limits);
  const { attachments, take, restore } = value;
  const strings = useFileStrings();
  const announce = useAnnounce();
  const blockedReason = describeHold(attachments, strings);
  const hasImage = attachments.some((item) => item.status === 'done' && isSeen(item));
  // Joins the composer, which was there first, to what has been loaded for it.
  useEffect(
    () => onChange({ blockedReason, hasImage, take, restore }),
    [blockedReason, hasImage, onChange, restore, take],
  );
  // Joins the live region: how far the files are decides whether Enter sends.
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
