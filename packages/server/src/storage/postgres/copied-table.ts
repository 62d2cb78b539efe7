import type { Row } from './database.ts';
import type { ColumnTypes } from './values.ts';

/** The rows of a table that are copied. */
export interface Copy {
  readonly table: string;
  readonly columns: ColumnTypes;
  /** The columns of the primary key. @defaultValue the first column */
  readonly key?: readonly string[];
  readonly rows: Iterable<Row>;
  /** Rows that are copied in one statement. */
  readonly batch?: number;
  /** Columns whose values the database has. */
  readonly lookups?: {
    /** What the rows have for looking them up. */
    readonly given: ColumnTypes;
    /** The columns with their expressions, on the table `given`. `s` is quoted. */
    readonly columns: (s: string) => Readonly<Record<string, string>>;
  };
}
