import { appendFileSync } from 'node:fs';

/** One line of the table that `pnpm test:torture` prints. */
export interface TortureRow {
  readonly scenario: string;
  /** What was executed and caused. */
  readonly extent: string;
  readonly result: string;
}

/** Adds a line to the file of `TORTURE_REPORT`, and prints it. */
export function reportRow(row: TortureRow): void {
  console.log(`${row.scenario}: ${row.extent}: ${row.result}`);
  const file = process.env['TORTURE_REPORT'];
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
