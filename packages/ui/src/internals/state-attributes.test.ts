import { expect, test } from 'vitest';
import { stateAttributes } from './state-attributes.ts';

test('stateAttributes sets true as an empty attribute, omits false and undefined, and sets other values as text', () => {
  expect(stateAttributes({ status: 'failed', live: true, open: false, count: 0, phase: undefined })).toEqual({
    'data-status': 'failed',
    'data-live': '',
    'data-count': '0',
  });
});
