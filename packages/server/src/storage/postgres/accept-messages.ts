import type { MessageObject, ThreadObject } from '@threadkit/core/api';
import { attachFiles, fileCountOverLimit } from '../attach-files.ts';
import type { AddMessageResult } from '../storage.ts';

/** A thread under the lock of its row, or one that does not exist yet. */
export interface LockedThread {
  readonly thread: ThreadObject;
  readonly lastPosition: number;
  readonly isNew: boolean;
}

/** The thread with the files of its new messages, or the reason why it does not take them. */
export type Accepted =
  | (LockedThread & { readonly isChanged: boolean })
  | { readonly refusal: AddMessageResult };

export function asNew(thread: ThreadObject): LockedThread & { readonly isChanged: boolean } {
  return { thread, lastPosition: 0, isNew: true, isChanged: true };
}

/** Adds the files of the messages to the thread, unless these are too many. */
export function acceptMessages(
  locked: LockedThread,
  messages: readonly MessageObject[],
  vectorStoreId: string | undefined,
): Accepted {
  const thread = attachFiles(locked.thread, messages, vectorStoreId);
  const count = fileCountOverLimit(locked.thread, thread);
  if (count !== undefined) return { refusal: { ok: false, reason: 'files', count } };
  return { ...locked, thread, isChanged: thread !== locked.thread };
}
