import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Prepares each statement once: preparing one costs more than executing most of them. */
export class Statements {
  readonly #database: () => DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  /** `database` is called for each new statement, so that it may be opened later. */
  constructor(database: () => DatabaseSync) {
    this.#database = database;
  }

  prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database().prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
