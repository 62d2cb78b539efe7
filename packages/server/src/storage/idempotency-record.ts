import type { AssistantObject, MessageObject, RunObject, ThreadObject } from '@threadkit/core/api';

/** The answer to a request that came with an `Idempotency-Key`: stored in one act with what it made. */
export interface IdempotencyRecord {
  readonly key: string;
  /** Of operation, ids and body: another one under the same key is another request. */
  readonly fingerprint: string;
  readonly object: AssistantObject | ThreadObject | MessageObject | RunObject;
  /** Number of the event behind which a stream of the answer begins. */
  readonly after: number;
  /** Unix seconds. */
  readonly at: number;
}

/** Thrown by an act whose key was taken by another request in the meantime. Nothing was written. */
export class IdempotencyConflict extends Error {
  override readonly name = 'IdempotencyConflict';

  constructor() {
    super('This idempotency key is in use already.');
  }
}

/** The thread an answer lies below: with it the answer goes. Undefined for assistants. */
export function threadOf({ object }: IdempotencyRecord): string | undefined {
  switch (object.object) {
    case 'assistant':
      return undefined;
    case 'thread':
      return object.id;
    default:
      return object.thread_id;
  }
}
