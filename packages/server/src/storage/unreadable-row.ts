/** A stored body that is not JSON any more. The message says which row, and nothing of its text. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError';

  constructor(table: string, id: unknown) {
    super(
      `The row ${String(id)} of the table "${table}" cannot be read: the database is damaged there. Restore the row from a backup, or delete it.`,
    );
  }
}

/** @throws {@link UnreadableRowError} */
export function parseBody(table: string, id: unknown, body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    throw new UnreadableRowError(table, id);
  }
}

/** The readable rows. The others are reported, so that one of them does not hide the rest. */
export function readEach<Row, R>(
  rows: readonly Row[],
  read: (row: Row) => R,
  onUnreadable: (error: UnreadableRowError, row: Row) => void,
): R[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof UnreadableRowError)) throw error;
      onUnreadable(error, row);
      return [];
    }
  });
}
