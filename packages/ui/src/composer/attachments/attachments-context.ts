'use client';

import type { Provider } from 'react';
import { createPartContext } from '../../internals/create-part-context.ts';
import type { Attachment } from './attachment.ts';
import type { AttachmentLimits } from './attachment-limits.ts';

/** Context of the `Attachments` parts. */
export interface AttachmentsContextValue {
  readonly attachments: readonly Attachment[];
  readonly limits: AttachmentLimits;
  add(files: readonly File[]): void;
  remove(key: string): void;
  retry(key: string): void;
}

const [provider, read] = createPartContext<AttachmentsContextValue>('Attachments.Root');

export const AttachmentsProvider: Provider<AttachmentsContextValue | null> = provider;

/** Reads the context. @throws Outside of `Attachments.Root`, with the name of `part`. */
export const useAttachmentsContext: (part: string) => AttachmentsContextValue = read;
