import type { MessageObject, RunObject, StreamEvent, ThreadObject } from '@threadkit/core/api';
import type { ToolPrincipal } from '@threadkit/core/tools';
import { ATTACHED_ADDITIONS } from '../attached-vector-store.ts';
import { toEventLines } from '../event-lines.ts';
import { getThreadId, type IdempotencyRecord } from '../idempotency-record.ts';
import { type OwnedKind, type Quotas, quotaChecks, refuseThreadItems } from '../quota.ts';
import type { AddMessageResult, StartRunInput } from '../storage.ts';
import { toStoredEvents } from '../to-stored-events.ts';
import { parseBody } from '../unreadable-row.ts';
import type { AttachedVectorStore } from '../vector-store-storage.ts';
import { type Accepted, acceptMessages, asNew, type LockedThread } from './accept-messages.ts';
import type { Database, Query } from './database.ts';
import { violatedConstraint } from './database-error.ts';
import { type PostgresIdempotency, refusingTakenKeys } from './postgres-idempotency.ts';
import { lockQuotas, refuseExceeded, refuseItemsOf } from './postgres-quotas.ts';
import type { PostgresRuns } from './postgres-runs.ts';
import type { PostgresVectorStores } from './postgres-vector-stores.ts';
import { createValues, unnest } from './values.ts';

/** What a transaction adds to a thread. */
interface Addition {
  readonly messages: readonly MessageObject[];
  readonly run?: RunObject;
  readonly principal?: ToolPrincipal | undefined;
  readonly events?: readonly StreamEvent[];
  readonly idempotencyRecord?: IdempotencyRecord | undefined;
}

/** What counts for quotas. */
type Additions = Readonly<Partial<Record<OwnedKind, number>>>;

/** What is written with a thread or message. */
interface Also {
  readonly idempotencyRecord?: IdempotencyRecord;
  readonly vectorStore?: AttachedVectorStore | undefined;
  readonly quotas?: Quotas | undefined;
}

/** What the threads share with the rest of the storage. */
interface Parts {
  readonly database: Database;
  /** The quoted name of the schema. */
  readonly s: string;
  readonly runs: PostgresRuns;
  readonly idempotency: PostgresIdempotency;
  readonly stores: PostgresVectorStores;
}

/** The transactions that add messages and runs to a thread, under the lock of its row. */
export class PostgresThreads {
  readonly #database: Database;
  readonly #s: string;
  readonly #runs: PostgresRuns;
  readonly #idempotency: PostgresIdempotency;
  readonly #stores: PostgresVectorStores;

  constructor({ database, s, runs, idempotency, stores }: Parts) {
    this.#database = database;
    this.#s = s;
    this.#runs = runs;
    this.#idempotency = idempotency;
    this.#stores = stores;
  }

  async create(
    owner: string,
    thread: ThreadObject,
    messages: readonly MessageObject[],
    also: Also,
  ): Promise<void> {
    const { idempotencyRecord, vectorStore, quotas } = also;
    refuseThreadItems(quotas, 0, messages.length);
    const additions = { threads: 1 };
    if (!vectorStore && quotaChecks(owner, quotas, additions).length === 0) {
      return this.#addNew(owner, thread, { messages, idempotencyRecord });
    }
    await this.#transact(
      async (query) => {
        await this.#checkQuotas(query, owner, additions, also);
        await this.#stores.attach(query, owner, vectorStore, thread.tool_resources, quotas);
        await this.#add(query, owner, asNew(thread), { messages, idempotencyRecord });
      },
      (query) => this.#exists(query, 'threads', thread.id),
    );
    this.#stores.notifyOf(vectorStore);
  }

  async addMessage(owner: string, message: MessageObject, also: Also): Promise<AddMessageResult> {
    const { idempotencyRecord, vectorStore, quotas } = also;
    const result = await this.#transact(
      async (query): Promise<AddMessageResult> => {
        await this.#checkQuotas(query, owner, {}, also);
        const locked = await this.#lock(query, owner, message.thread_id);
        const accepted = await this.#accept(query, locked, [message], vectorStore?.store.id);
        if ('refusal' in accepted) return accepted.refusal;
        await refuseItemsOf(query, this.#s, quotas, message.thread_id, 1);
        await this.#stores.attach(query, owner, vectorStore, accepted.thread.tool_resources, quotas);
        await this.#add(query, owner, accepted, { messages: [message], idempotencyRecord });
        return { ok: true };
      },
      (query) => this.#exists(query, 'messages', message.id),
    );
    if (result.ok) this.#stores.notifyOf(vectorStore);
    return result;
  }

  async startRun(owner: string, start: StartRunInput): Promise<AddMessageResult> {
    const { thread, run, principal, messages, events, idempotencyRecord, quotas, vectorStore } = start;
    const additions = { activeRuns: 1, ...(thread && { threads: 1 }) };
    if (thread && !vectorStore && quotaChecks(owner, quotas, additions).length === 0) {
      // Nobody else has the thread, so nothing needs to be locked.
      const accepted = acceptMessages(asNew(thread), messages, undefined);
      if ('refusal' in accepted) return accepted.refusal;
      refuseThreadItems(quotas, 0, messages.length + 1);
      await this.#addNew(owner, accepted.thread, { messages, run, principal, events, idempotencyRecord });
      return { ok: true };
    }
    const result = await this.#transact(
      async (query): Promise<AddMessageResult> => {
        await this.#checkQuotas(query, owner, additions, start);
        const locked = thread ? asNew(thread) : await this.#lock(query, owner, run.thread_id);
        const accepted = await this.#accept(query, locked, messages, vectorStore?.store.id);
        if ('refusal' in accepted) return accepted.refusal;
        await refuseItemsOf(query, this.#s, quotas, run.thread_id, messages.length + 1);
        await this.#stores.attach(query, owner, vectorStore, accepted.thread.tool_resources, quotas);
        await this.#add(query, owner, accepted, { messages, run, principal, events, idempotencyRecord });
        return { ok: true };
      },
      (query) => this.#exists(query, 'runs', run.id),
    );
    if (result.ok) this.#stores.notifyOf(vectorStore);
    return result;
  }

  async delete(owner: string, threadId: string): Promise<boolean> {
    return this.#database.transact(async (query) => {
      // In the order of commits, which lock the run first: otherwise the two could deadlock.
      await query(`SELECT 1 FROM ${this.#s}.runs WHERE thread_id = $1 AND owner = $2 FOR UPDATE`, [
        threadId,
        owner,
      ]);
      const rows = await query(`DELETE FROM ${this.#s}.threads WHERE id = $1 AND owner = $2 RETURNING id`, [
        threadId,
        owner,
      ]);
      return rows.length > 0;
    });
  }

  /** Stores a new thread in one statement. */
  #addNew(owner: string, thread: ThreadObject, addition: Addition): Promise<void> {
    let isRepeated = false;
    return refusingTakenKeys(
      this.#database.retry(async (query) => {
        if (isRepeated && (await this.#exists(query, 'threads', thread.id))) return;
        try {
          await this.#add(query, owner, asNew(thread), addition);
        } catch (error) {
          // The lost statement may have been executed in the meantime. Which constraint notices it first is up to the database.
          const isTaken = isRepeated && violatedConstraint(error) !== undefined;
          if (!isTaken || !(await this.#exists(query, 'threads', thread.id))) throw error;
        } finally {
          isRepeated = true;
        }
      }),
    );
  }

  #transact<T>(
    act: (query: Query) => Promise<T>,
    wasCommitted: (query: Query) => Promise<boolean>,
  ): Promise<T> {
    return refusingTakenKeys(this.#database.transact(act, wasCommitted));
  }

  /**
   * Locks the quotas that may be checked, before anything else is locked, and refuses what `additions` exceed. What of the vector store is
   * written is known under the lock of the thread.
   */
  async #checkQuotas(
    query: Query,
    owner: string,
    additions: Additions,
    { idempotencyRecord, vectorStore, quotas }: Also,
  ): Promise<void> {
    const checked = { ...additions, ...(vectorStore && ATTACHED_ADDITIONS) };
    await lockQuotas(query, this.#s, quotaChecks(owner, quotas, checked));
    // A repeated request must not fail on a quota that the original request has used up.
    await this.#idempotency.refuseTaken(query, owner, idempotencyRecord);
    await refuseExceeded(query, this.#s, quotaChecks(owner, quotas, additions));
  }

  async #lock(query: Query, owner: string, threadId: string): Promise<LockedThread | undefined> {
    const [row] = await query(
      `SELECT id, body, last_position FROM ${this.#s}.threads WHERE id = $1 AND owner = $2 FOR NO KEY UPDATE`,
      [threadId, owner],
    );
    if (!row) return undefined;
    return {
      // Only written from threads.
      thread: parseBody('threads', row['id'], row['body']) as ThreadObject,
      lastPosition: Number(row['last_position']),
      isNew: false,
    };
  }

  /** Whether the thread accepts the messages: the thread with their files, or the reason why not. */
  async #accept(
    query: Query,
    locked: LockedThread | undefined,
    messages: readonly MessageObject[],
    vectorStoreId: string | undefined,
  ): Promise<Accepted> {
    if (!locked) return { refusal: { ok: false, reason: 'missing' } };
    const { thread, isNew } = locked;
    const runId = isNew ? undefined : await this.#runs.activeRunId(query, thread.id);
    if (runId !== undefined) return { refusal: { ok: false, reason: 'active', runId } };
    return acceptMessages(locked, messages, vectorStoreId);
  }

  /** One statement for everything: the thread, its messages, the run after them, the run's events and the record. */
  async #add(
    query: Query,
    owner: string,
    { thread, lastPosition, isNew, isChanged = true }: LockedThread & { readonly isChanged?: boolean },
    { messages, run, principal, events = [], idempotencyRecord: record }: Addition,
  ): Promise<void> {
    const values = createValues();
    const position = lastPosition + messages.length + (run ? 1 : 0);
    const parts: string[] = [];
    const own = values.add(owner);
    if (isNew) {
      parts.push(`INSERT INTO ${this.#s}.threads (id, owner, created_at, body, last_position) VALUES (
        ${values.add(thread.id)}, ${own}, ${values.add(thread.created_at)}, ${values.add(JSON.stringify(thread))}, ${values.add(position)})`);
    } else {
      const body = isChanged ? `, body = ${values.add(JSON.stringify(thread))}` : '';
      parts.push(
        `UPDATE ${this.#s}.threads SET last_position = ${values.add(position)}${body} WHERE id = ${values.add(thread.id)}`,
      );
    }
    if (messages.length > 0) {
      const given = unnest(
        values,
        { id: 'text', run_id: 'text', position: 'bigint', created_at: 'bigint', body: 'text' },
        messages.map((message, index) => ({
          id: message.id,
          run_id: message.run_id,
          position: lastPosition + 1 + index,
          created_at: message.created_at,
          body: JSON.stringify(message),
        })),
      );
      parts.push(`INSERT INTO ${this.#s}.messages (id, owner, thread_id, run_id, position, created_at, body)
        SELECT id, ${own}, ${values.add(thread.id)}, run_id, position, created_at, body FROM ${given}`);
    }
    if (run) {
      parts.push(`INSERT INTO ${this.#s}.runs (id, owner, thread_id, position, created_at, body, status, expires_at, last_seq, principal)
        VALUES (${values.add(run.id)}, ${own}, ${values.add(thread.id)}, ${values.add(position)}, ${values.add(run.created_at)},
          ${values.add(JSON.stringify(run))}, ${values.add(run.status)}, ${values.add(run.expires_at)}, ${values.add(events.length)},
          ${values.add(principal ? JSON.stringify(principal) : null)})`);
    }
    if (run && events.length > 0) {
      parts.push(`INSERT INTO ${this.#s}.events (run_id, seq, last_seq, lines) VALUES (
        ${values.add(run.id)}, 1, ${values.add(events.length)}, ${values.add(toEventLines(toStoredEvents(events, 0)))})`);
    }
    if (record) {
      parts.push(`INSERT INTO ${this.#s}.idempotency_records (owner, key, thread_id, created_at, body) VALUES (
        ${own}, ${values.add(record.key)}, ${values.add(getThreadId(record) ?? null)}, ${values.add(record.at)}, ${values.add(JSON.stringify(record))})`);
    }
    const named = parts.map((part, index) => `part_${index} AS (${part})`);
    await query(`WITH ${named.join(', ')} SELECT`, values.list);
  }

  async #exists(query: Query, table: 'threads' | 'messages' | 'runs', id: string): Promise<boolean> {
    const rows = await query(`SELECT 1 FROM ${this.#s}.${table} WHERE id = $1`, [id]);
    return rows.length > 0;
  }
}
