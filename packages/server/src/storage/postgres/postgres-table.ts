import { type ListPage, type ListParams, listPage } from '@threadkit/core/api';
import { REASONING_ID_PREFIX } from '../../shared/reasoning-id.ts';
import { type Repository, type Scope, SHARED_OWNER } from '../storage.ts';
import { parseBody, type UnreadableRowError } from '../unreadable-row.ts';
import type { Database, Row } from './database.ts';
import { readPage } from './read-page.ts';
import { createValues, type Values } from './values.ts';

type TableName = 'assistants' | 'files' | 'threads' | 'messages' | 'steps' | 'runs';

interface TableOptions<R> {
  /** Rows belong to a thread, and are ordered within it. @defaultValue false */
  readonly ofThread?: boolean;
  /** Rows may belong to a run. @defaultValue false */
  readonly ofRun?: boolean;
  readonly readShared?: boolean;
  /** Applies the run's delta events after `seq` to an object. Such tables have a column `seq`. */
  readonly complete?: (object: R, seq: number) => R | Promise<R>;
  /** Called with each row that is left out of a list. */
  readonly onUnreadable: (error: UnreadableRowError) => void;
}

/** Rows of one kind. Names of tables and columns come from the code; values are always bound. */
export class PostgresTable<R extends { readonly id: string }> implements Repository<R> {
  readonly #database: Database;
  readonly #name: TableName;
  readonly #table: string;
  readonly #options: TableOptions<R>;

  /** `schema` is quoted. */
  constructor(database: Database, schema: string, name: TableName, options: TableOptions<R>) {
    this.#database = database;
    this.#name = name;
    this.#table = `${schema}.${name}`;
    this.#options = options;
  }

  async get(scope: Scope, id: string): Promise<R | undefined> {
    const values = createValues();
    const [row] = await this.#database.run(
      `SELECT ${this.#columns} FROM ${this.#table} WHERE id = ${values.add(id)} AND ${this.#within(values, scope, 'read')}`,
      values.list,
    );
    return row && this.#complete(this.#parse(row), row);
  }

  /** `equal` limits the page to the rows with these values in these columns; the row of a cursor need not have them. */
  async list(
    scope: Scope,
    query: ListParams,
    equal: Readonly<Record<string, string>> = {},
  ): Promise<ListPage<R> | undefined> {
    const page = await readPage<{ readonly id: string; readonly row: Row; readonly object: R }>(
      this.#database,
      {
        from: this.#table,
        id: 'id',
        columns: this.#columns,
        order: this.#order,
        within: (values) => this.#within(values, scope, 'read'),
        filters: equal,
        read: (row) => ({ id: String(row['id']), row, object: this.#parse(row) }),
        onUnreadable: this.#options.onUnreadable,
      },
      query,
    );
    if (!page) return undefined;
    const objects = await Promise.all(page.data.map(({ object, row }) => this.#complete(object, row)));
    return listPage(objects, page.has_more);
  }

  async update(scope: Scope, id: string, patch: Partial<R>): Promise<R | undefined> {
    const updated = await this.#database.transact(async (query) => {
      const values = createValues();
      const [row] = await query(
        `SELECT ${this.#columns} FROM ${this.#table}
         WHERE id = ${values.add(id)} AND ${this.#within(values, scope, 'write')} FOR NO KEY UPDATE`,
        values.list,
      );
      if (!row) return undefined;
      const object = { ...this.#parse(row), ...patch };
      await query(`UPDATE ${this.#table} SET body = $1 WHERE id = $2`, [JSON.stringify(object), id]);
      return { object, row };
    });
    return updated && this.#complete(updated.object, updated.row);
  }

  async delete(scope: Scope, id: string): Promise<boolean> {
    const values = createValues();
    const rows = await this.#database.run(
      `DELETE FROM ${this.#table} WHERE id = ${values.add(id)} AND ${this.#within(values, scope, 'write')} RETURNING id`,
      values.list,
    );
    return rows.length > 0;
  }

  #within(values: Values, { owner, threadId, runId, hideReasoning }: Scope, act: 'read' | 'write'): string {
    const { readShared, ofThread, ofRun } = this.#options;
    const own = values.add(owner);
    const parts = [readShared && act === 'read' ? `owner IN (${own}, '${SHARED_OWNER}')` : `owner = ${own}`];
    if (threadId !== undefined && ofThread) parts.push(`thread_id = ${values.add(threadId)}`);
    if (runId !== undefined && ofRun) parts.push(`run_id = ${values.add(runId)}`);
    if (hideReasoning && this.#name === 'steps') parts.push(`NOT starts_with(id, '${REASONING_ID_PREFIX}')`);
    return parts.join(' AND ');
  }

  /** Within a thread, by insertion: a clock that is set back must not reorder a conversation. */
  get #order(): readonly string[] {
    return this.#options.ofThread ? ['position', 'part'] : ['created_at', 'position'];
  }

  get #columns(): string {
    return this.#options.complete ? 'id, body, seq' : 'id, body';
  }

  async #complete(object: R, row: Row): Promise<R> {
    return this.#options.complete ? this.#options.complete(object, Number(row['seq'])) : object;
  }

  #parse({ id, body }: Row): R {
    // Only written from objects of this kind.
    return parseBody(this.#name, id, body) as R;
  }
}
