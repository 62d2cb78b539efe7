import { expectTypeOf, test } from 'vitest';
import type { RunStatus } from './run.ts';
import type { RUN_STATUSES } from './run-statuses.ts';

test('RUN_STATUSES contains every RunStatus', () => {
  expectTypeOf<(typeof RUN_STATUSES)[number]>().toEqualTypeOf<RunStatus>();
});
