/** The values of a statement, numbered as they are added. */
export interface Values {
  readonly list: unknown[];
  /** Adds a value and returns its placeholder. */
  add(value: unknown): string;
}

export function createValues(): Values {
  const list: unknown[] = [];
  return { list, add: (value) => `$${list.push(value)}` };
}

/** Columns with their types. */
export type ColumnTypes = Readonly<
  Record<string, 'text' | 'integer' | 'bigint' | 'boolean' | 'bytea' | 'uuid'>
>;

/**
 * Rows as the arguments of `unnest`: an array per column. `columns` are names with their types, and `rows` have a value for each;
 * undefined becomes NULL.
 */
export function unnest<C extends ColumnTypes>(
  values: Values,
  columns: C,
  rows: readonly { readonly [K in keyof C]: unknown }[],
): string {
  const names = Object.keys(columns);
  const args = names.map((name) => `${values.add(rows.map((row) => row[name] ?? null))}::${columns[name]}[]`);
  return `unnest(${args.join(', ')}) AS given (${names.join(', ')})`;
}
