import { IdempotencyConflict, type IdempotencyRecord, threadOf } from '../idempotency-record.ts';

/** Idempotency records by owner and key. */
export class MemoryIdempotency {
  readonly #answers = new Map<string, IdempotencyRecord>();

  find(owner: string, key: string): IdempotencyRecord | undefined {
    return this.#answers.get(id(owner, key));
  }

  /** Must come first: a repeated request must not fail on the thread lock that the original request acquired. */
  refuseTaken(owner: string, answer: IdempotencyRecord | undefined): void {
    if (answer && this.find(owner, answer.key)) throw new IdempotencyConflict();
  }

  put(owner: string, answer: IdempotencyRecord | undefined): void {
    if (answer) this.#answers.set(id(owner, answer.key), answer);
  }

  dropThread(threadId: string): void {
    for (const [name, answer] of this.#answers) {
      if (threadOf(answer) === threadId) this.#answers.delete(name);
    }
  }

  dropBefore(at: number): void {
    for (const [name, answer] of this.#answers) {
      if (answer.at < at) this.#answers.delete(name);
    }
  }
}

function id(owner: string, key: string): string {
  return JSON.stringify([owner, key]);
}
