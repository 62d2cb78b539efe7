'use client';

import type { ReactNode } from 'react';
import { AttachmentsProvider } from './attachments-context.ts';
import type { UseAttachmentsResult } from './use-attachments.ts';

export interface AttachmentsRootProps {
  /** From `useAttachments`. */
  value: UseAttachmentsResult;
  children?: ReactNode;
}

/** Joins the parts around the files of a composer. Renders no element. */
export function AttachmentsRoot({ value, children }: AttachmentsRootProps): ReactNode {
  return <AttachmentsProvider value={value}>{children}</AttachmentsProvider>;
}
