import { expect, test } from 'vitest';
import { isSuperseded } from './superseded.ts';

test.each([
  [{ tk_superseded_by: 'msg_2' }, true],
  [{}, false],
  [null, false],
])('metadata %j: %s', (metadata, superseded) => {
  expect(isSuperseded({ metadata })).toBe(superseded);
});

test('a message broken off in a run that goes on was begun again, though nothing marks it yet', () => {
  const broken = { metadata: {}, incomplete_details: { reason: 'run_failed' } } as const;
  expect(isSuperseded(broken, 'in_progress')).toBe(true);
  expect(isSuperseded(broken, 'failed')).toBe(false);
  expect(isSuperseded(broken)).toBe(false);
});
