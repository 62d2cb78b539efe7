import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { ListPage, ListParams } from '@threadkit/core/api';
import { REASONING_ID_PREFIX } from '../../shared/reasoning-id.ts';
import { type Repository, type Scope, SHARED_OWNER } from '../storage.ts';
import { parseBody, type UnreadableRowError } from '../unreadable-row.ts';
import { type Condition, readPage } from './sqlite-page.ts';
import { Statements } from './statements.ts';
import { transact } from './transact.ts';

type TableName = 'assistants' | 'files' | 'threads' | 'messages' | 'steps' | 'runs';
/** Columns that only some tables have. */
type ParentColumn = 'thread_id' | 'run_id';

interface Stored {
  readonly id: string;
  readonly created_at: number;
}

/** Rows of one kind. Column names come from this file; values are always bound. */
export class SqliteTable<R extends Stored> implements Repository<R> {
  readonly #database: () => DatabaseSync;
  readonly #name: TableName;
  readonly #parents: readonly ParentColumn[];
  readonly #shared: boolean;
  readonly #onUnreadable: (error: UnreadableRowError) => void;
  readonly #complete: ((object: R, seq: number) => R) | undefined;
  readonly #statements: Statements;

  constructor(
    database: () => DatabaseSync,
    name: TableName,
    options: {
      readonly parents?: readonly ParentColumn[];
      readonly readShared?: boolean;
      /** Applies the run's delta events after `seq` to an object. Such tables have a column `seq`. */
      readonly complete?: (object: R, seq: number) => R;
      /** Called with each row that is left out of a list. */
      readonly onUnreadable: (error: UnreadableRowError) => void;
    },
  ) {
    this.#database = database;
    this.#statements = new Statements(database);
    this.#name = name;
    this.#parents = options.parents ?? [];
    this.#onUnreadable = options.onUnreadable;
    this.#shared = options.readShared ?? false;
    this.#complete = options.complete;
  }

  async get(scope: Scope, id: string): Promise<R | undefined> {
    return this.find(scope, id);
  }

  /** `filters` limits the page to the rows that meet all of them; the row of a cursor need not. */
  async list(
    scope: Scope,
    query: ListParams,
    filters: readonly Condition[] = [],
  ): Promise<ListPage<R> | undefined> {
    return readPage(
      this.#statements,
      {
        table: this.#name,
        id: 'id',
        columns: this.#columns,
        order: this.#order,
        visible: this.#within(scope, 'read'),
        filters,
        read: (row) => this.#read(row),
        onUnreadable: this.#onUnreadable,
      },
      query,
    );
  }

  async update(scope: Scope, id: string, patch: Partial<R>): Promise<R | undefined> {
    return transact(this.#database(), () => {
      const own = this.#within(scope, 'write');
      const row = this.#statements
        .prepare(`SELECT ${this.#columns} FROM ${this.#name} WHERE id = ? AND ${own.sql}`)
        .get(id, ...own.values);
      if (!row) return undefined;
      const object = { ...this.#parse(row), ...patch };
      this.#statements
        .prepare(`UPDATE ${this.#name} SET body = ? WHERE id = ?`)
        .run(JSON.stringify(object), id);
      return this.#withDeltas(object, row);
    });
  }

  async delete(scope: Scope, id: string): Promise<boolean> {
    const own = this.#within(scope, 'write');
    const { changes } = this.#statements
      .prepare(`DELETE FROM ${this.#name} WHERE id = ? AND ${own.sql}`)
      .run(id, ...own.values);
    return changes > 0;
  }

  find(scope: Scope, id: string): R | undefined {
    const visible = this.#within(scope, 'read');
    const row = this.#statements
      .prepare(`SELECT ${this.#columns} FROM ${this.#name} WHERE id = ? AND ${visible.sql}`)
      .get(id, ...visible.values);
    return row && this.#read(row);
  }

  /** Inserts, or replaces the body by id. `seq` is the number of the run's last event that the object includes. */
  put(scope: Scope, object: R, seq = 0): void {
    const parents: Record<ParentColumn, SQLInputValue> = {
      thread_id: scope.threadId ?? null,
      run_id: scope.runId ?? null,
    };
    const columns = [
      'id',
      'owner',
      ...this.#parents,
      'created_at',
      'body',
      ...(this.#complete ? ['seq'] : []),
    ];
    const replaced = this.#complete ? 'body = excluded.body, seq = excluded.seq' : 'body = excluded.body';
    this.#statements
      .prepare(
        `INSERT INTO ${this.#name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${replaced}`,
      )
      .run(
        object.id,
        scope.owner,
        ...this.#parents.map((column) => parents[column]),
        object.created_at,
        JSON.stringify(object),
        ...(this.#complete ? [seq] : []),
      );
  }

  #within(scope: Scope, act: 'read' | 'write'): Condition {
    const shared = this.#shared && act === 'read';
    const parts = [shared ? `owner IN (?, '${SHARED_OWNER}')` : 'owner = ?'];
    const values: SQLInputValue[] = [scope.owner];
    if (scope.threadId !== undefined && this.#parents.includes('thread_id')) {
      parts.push('thread_id = ?');
      values.push(scope.threadId);
    }
    if (scope.runId !== undefined && this.#parents.includes('run_id')) {
      parts.push('run_id = ?');
      values.push(scope.runId);
    }
    if (scope.hideReasoning && this.#name === 'steps') parts.push(`id NOT GLOB '${REASONING_ID_PREFIX}*'`);
    return { sql: parts.join(' AND '), values };
  }

  /** Within a thread, by insertion: a clock that is set back must not reorder a conversation. */
  get #order(): readonly string[] {
    return this.#parents.length > 0 ? ['position'] : ['created_at', 'position'];
  }

  get #columns(): string {
    return this.#complete ? 'id, body, seq' : 'id, body';
  }

  #read(row: Record<string, SQLOutputValue>): R {
    return this.#withDeltas(this.#parse(row), row);
  }

  #withDeltas(object: R, row: Record<string, SQLOutputValue>): R {
    return this.#complete ? this.#complete(object, Number(row['seq'])) : object;
  }

  #parse({ id, body }: Record<string, SQLOutputValue>): R {
    // Only written by `put` of the same table.
    return parseBody(this.#name, id, body) as R;
  }
}
