import { expect, test } from 'vitest';
import { isSuperseded } from './superseded.ts';

test.each([
  [{ tk_superseded_by: 'msg_2' }, true],
  [{ tk_superseded_by: 'msg_1' }, false],
  [{}, false],
  [null, false],
])('metadata %j: %s', (metadata, superseded) => {
  expect(isSuperseded({ id: 'msg_1', run_id: 'run_1', metadata, incomplete_details: null })).toBe(superseded);
});

test('a mark on what a person wrote counts for nothing', () => {
  const marked = { metadata: { tk_superseded_by: 'msg_2' }, incomplete_details: null };
  expect(isSuperseded({ id: 'msg_1', run_id: null, ...marked })).toBe(false);
});

test('a message broken off in a run that goes on was begun again, though nothing marks it yet', () => {
  const broken = {
    id: 'msg_1',
    run_id: 'run_1',
    metadata: {},
    incomplete_details: { reason: 'run_failed' },
  } as const;
  expect(isSuperseded(broken, 'in_progress')).toBe(true);
  expect(isSuperseded(broken, 'failed')).toBe(false);
  expect(isSuperseded(broken)).toBe(false);
});
