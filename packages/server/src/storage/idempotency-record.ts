import type {
  AssistantObject,
  MessageObject,
  RunObject,
  ThreadObject,
  VectorStoreObject,
} from '@threadkit/core/api';

/** The response to a request with an `Idempotency-Key`, stored atomically with the created object. */
export interface IdempotencyRecord {
  /** The key of the request, unique per owner. */
  readonly key: string;
  /** Hash of operation, ids and body. Another fingerprint under the same key is another request. */
  readonly fingerprint: string;
  /** The created object, as the first response showed it. */
  readonly object: AssistantObject | ThreadObject | MessageObject | RunObject | VectorStoreObject;
  /** Number of the event after which a repeated stream begins. */
  readonly after: number;
  /** Time of the request in Unix seconds. */
  readonly at: number;
}

/** Thrown when a concurrent request has stored the same key. Nothing was written. */
export class IdempotencyConflictError extends Error {
  override readonly name = 'IdempotencyConflictError';

  constructor() {
    super('This idempotency key is in use already.');
  }
}

/** The thread whose deletion deletes the record; undefined for assistants and vector stores. */
export function getThreadId({ object }: IdempotencyRecord): string | undefined {
  switch (object.object) {
    case 'assistant':
    case 'vector_store':
      return undefined;
    case 'thread':
      return object.id;
    default:
      return object.thread_id;
  }
}
