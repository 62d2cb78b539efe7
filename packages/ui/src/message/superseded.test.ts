import { expect, test } from 'vitest';
import { isSuperseded } from './superseded.ts';

test.each([
  [{ tk_superseded_by: 'msg_2' }, true],
  [{}, false],
  [null, false],
])('metadata %j: %s', (metadata, superseded) => {
  expect(isSuperseded({ metadata })).toBe(superseded);
});
