import type { TestSchema } from './test-postgres.ts';

/** Replaces the schema's clock with one that starts at `startMs` and is advanced by the test. */
export async function stopClock(
  { name, query }: TestSchema,
  startMs = 0,
): Promise<(ms: number) => Promise<void>> {
  await query(`CREATE TABLE "${name}".test_clock AS SELECT ${startMs}::bigint AS ms`);
  await query(
    `CREATE OR REPLACE FUNCTION "${name}".clock_ms() RETURNS bigint LANGUAGE sql VOLATILE AS
     'SELECT ms FROM "${name}".test_clock'`,
  );
  return async (ms) => {
    await query(`UPDATE "${name}".test_clock SET ms = ms + $1`, [ms]);
  };
}
