import { getThreadId, IdempotencyConflictError, type IdempotencyRecord } from '../idempotency-record.ts';

/** Idempotency records by owner and key. */
export class MemoryIdempotency {
  readonly #records = new Map<string, IdempotencyRecord>();

  find(owner: string, key: string): IdempotencyRecord | undefined {
    return this.#records.get(recordId(owner, key));
  }

  /** Must come first: a repeated request must not fail on the thread lock that the original request acquired. */
  refuseTaken(owner: string, record: IdempotencyRecord | undefined): void {
    if (record && this.find(owner, record.key)) throw new IdempotencyConflictError();
  }

  put(owner: string, record: IdempotencyRecord | undefined): void {
    if (record) this.#records.set(recordId(owner, record.key), record);
  }

  dropThread(threadId: string): void {
    for (const [id, record] of this.#records) {
      if (getThreadId(record) === threadId) this.#records.delete(id);
    }
  }

  dropBefore(at: number): void {
    for (const [id, record] of this.#records) {
      if (record.at < at) this.#records.delete(id);
    }
  }
}

function recordId(owner: string, key: string): string {
  return JSON.stringify([owner, key]);
}
