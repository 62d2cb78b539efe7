import { type ListPage, type ListParams, listPage } from '@threadkit/core/api';
import { REASONING_ID_PREFIX } from '../../shared/reasoning-id.ts';
import { cutPage } from '../page.ts';
import { type Repository, type Scope, SHARED_OWNER } from '../storage.ts';

interface Row<R> {
  readonly owner: string;
  readonly threadId: string | undefined;
  readonly runId: string | undefined;
  object: R;
  /** Number of the run's last event that `object` includes. */
  seq: number;
}

interface Stored {
  readonly id: string;
  readonly created_at: number;
}

/** Objects of one kind, by id and per thread or owner, oldest first. */
export class MemoryTable<R extends Stored> implements Repository<R> {
  readonly #byId = new Map<string, Row<R>>();
  /** By thread id, or by owner for objects outside threads. */
  readonly #lists = new Map<string, Row<R>[]>();
  readonly #byRun = new Map<string, Row<R>[]>();
  readonly #shared: boolean;
  readonly #complete: (object: R, seq: number) => R;

  /** `complete` applies the run's delta events after `seq` to an object. */
  constructor(options: { readShared?: boolean; complete?: (object: R, seq: number) => R } = {}) {
    this.#shared = options.readShared ?? false;
    this.#complete = options.complete ?? ((object) => object);
  }

  async get(scope: Scope, id: string): Promise<R | undefined> {
    return this.find(scope, id);
  }

  /** `isListed` limits the page to objects that meet it; that of a cursor need not. */
  async list(
    scope: Scope,
    query: ListParams,
    isListed?: (object: R) => boolean,
  ): Promise<ListPage<R> | undefined> {
    const all = this.#visible(scope);
    const cursors = [query.after, query.before];
    const rows = isListed ? all.filter(({ object }) => isListed(object) || cursors.includes(object.id)) : all;
    const page = cutPage(rows, query, (id) => this.#indexIn(rows, id));
    return (
      page &&
      listPage(
        page.rows.map((row) => this.#read(row)),
        page.hasMore,
      )
    );
  }

  async update(scope: Scope, id: string, patch: Partial<R>): Promise<R | undefined> {
    const row = this.#byId.get(id);
    if (!row || !this.#owns(scope, row)) return undefined;
    row.object = { ...row.object, ...patch };
    return this.#read(row);
  }

  async delete(scope: Scope, id: string): Promise<boolean> {
    return this.remove(scope, id);
  }

  find(scope: Scope, id: string): R | undefined {
    const row = this.#byId.get(id);
    return row && this.#sees(scope, row) ? this.#read(row) : undefined;
  }

  /** Oldest first. */
  all(scope: Scope): R[] {
    return this.#visible(scope).map((row) => this.#read(row));
  }

  count(scope: Scope): number {
    return this.#visible(scope).length;
  }

  /** The objects outside threads whose owner is counted. */
  ownedBy(isCounted: (owner: string) => boolean): R[] {
    return [...this.#lists].flatMap(([owner, rows]) =>
      isCounted(owner) ? rows.map((row) => this.#read(row)) : [],
    );
  }

  /** Inserts, or replaces by id. `seq` is the number of the run's last event that the object includes. */
  put(scope: Scope, object: R, seq = 0): void {
    const known = this.#byId.get(object.id);
    if (known) {
      known.object = object;
      known.seq = seq;
      return;
    }
    const row: Row<R> = { owner: scope.owner, threadId: scope.threadId, runId: scope.runId, object, seq };
    this.#byId.set(object.id, row);
    if (row.runId !== undefined) {
      const ofRun = this.#byRun.get(row.runId);
      if (ofRun) ofRun.push(row);
      else this.#byRun.set(row.runId, [row]);
    }
    const key = scope.threadId ?? scope.owner;
    const list = this.#lists.get(key);
    if (!list) {
      this.#lists.set(key, [row]);
      return;
    }
    let at = list.length;
    // Outside of threads, by time. Within one, a clock that is set back must not reorder the conversation.
    while (row.threadId === undefined && at > 0 && (list[at - 1]?.object.created_at ?? 0) > object.created_at)
      at -= 1;
    list.splice(at, 0, row);
  }

  remove(scope: Scope, id: string): boolean {
    const row = this.#byId.get(id);
    if (!row || !this.#owns(scope, row)) return false;
    this.#byId.delete(id);
    removeFrom(this.#lists, row.threadId ?? row.owner, row);
    if (row.runId !== undefined) removeFrom(this.#byRun, row.runId, row);
    return true;
  }

  ownerOf(id: string): string | undefined {
    return this.#byId.get(id)?.owner;
  }

  /** The objects that meet `isFound`, of all owners. */
  findAll(isFound: (object: R) => boolean): { readonly owner: string; readonly object: R }[] {
    return [...this.#byId.values()].filter(({ object }) => isFound(object));
  }

  /** Removes all rows of a thread. */
  removeThread(threadId: string): void {
    for (const row of this.#lists.get(threadId) ?? []) {
      this.#byId.delete(row.object.id);
      if (row.runId !== undefined) this.#byRun.delete(row.runId);
    }
    this.#lists.delete(threadId);
  }

  /** The rows of a scope, oldest first. A whole thread is not copied: it may be long, and is read page by page. */
  #visible(scope: Scope): readonly Row<R>[] {
    const lists = scope.runId === undefined ? this.#lists : this.#byRun;
    const own = lists.get(scope.runId ?? scope.threadId ?? scope.owner) ?? [];
    const shared = this.#shared && scope.owner !== SHARED_OWNER ? (this.#lists.get(SHARED_OWNER) ?? []) : [];
    if (shared.length > 0) {
      return [...shared, ...own].toSorted((a, b) => a.object.created_at - b.object.created_at);
    }
    // All rows of a list have one owner and thread.
    if (!own[0] || !this.#owns(scope, own[0])) return [];
    return scope.hideReasoning ? own.filter(({ object }) => !isReasoning(object)) : own;
  }

  /** From the end, since lists are mostly read from their newest rows. */
  #indexIn(rows: readonly Row<R>[], id: string): number | undefined {
    const row = this.#byId.get(id);
    const at = row ? rows.lastIndexOf(row) : -1;
    return at === -1 ? undefined : at;
  }

  #read({ object, seq }: Row<R>): R {
    return this.#complete(object, seq);
  }

  #sees(scope: Scope, row: Row<R>): boolean {
    if (scope.hideReasoning && isReasoning(row.object)) return false;
    return this.#owns(scope, row) || (this.#shared && row.owner === SHARED_OWNER);
  }

  #owns(scope: Scope, row: Row<R>): boolean {
    return (
      row.owner === scope.owner &&
      (scope.threadId === undefined || row.threadId === scope.threadId) &&
      (scope.runId === undefined || row.runId === scope.runId)
    );
  }
}

function isReasoning({ id }: Stored): boolean {
  return id.startsWith(REASONING_ID_PREFIX);
}

function removeFrom<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const left = lists.get(key)?.filter((other) => other !== item) ?? [];
  if (left.length > 0) lists.set(key, left);
  else lists.delete(key);
}
