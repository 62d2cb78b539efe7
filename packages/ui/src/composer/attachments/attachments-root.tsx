'use client';

import type { ReactNode } from 'react';
import { AttachmentsProvider } from './attachments-context.ts';
import type { UseAttachmentsResult } from './use-attachments.ts';

/** Props of `Attachments.Root`. */
export interface AttachmentsRootProps {
  /** The result of `useAttachments`. */
  value: UseAttachmentsResult;
  /** The other `Attachments` parts. */
  children?: ReactNode;
}

/** Provides attachments to the other `Attachments` parts. Renders no element. */
export function AttachmentsRoot({ value, children }: AttachmentsRootProps): ReactNode {
  return <AttachmentsProvider value={value}>{children}</AttachmentsProvider>;
}
