import { expect, test } from 'vitest';
import { isSuperseded } from './superseded.ts';

test.each([
  [{ tk_superseded_by: 'msg_2' }, true],
  [{ tk_superseded_by: 'msg_1' }, false],
  [{}, false],
  [null, false],
])('isSuperseded with the metadata %j is %s', (metadata, superseded) => {
  expect(isSuperseded({ id: 'msg_1', run_id: 'run_1', metadata, incomplete_details: null })).toBe(superseded);
});

test('isSuperseded is false for a user message with tk_superseded_by', () => {
  const marked = { metadata: { tk_superseded_by: 'msg_2' }, incomplete_details: null };
  expect(isSuperseded({ id: 'msg_1', run_id: null, ...marked })).toBe(false);
});

test('isSuperseded is true for a message with the reason run_failed only while its run is known not to have failed', () => {
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
