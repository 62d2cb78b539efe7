import { expect, test } from 'vitest';
import { stateAttributes } from './state-attributes.ts';

test('booleans are presence, other values are themselves, and nothing else appears', () => {
  expect(stateAttributes({ status: 'failed', live: true, open: false, count: 0, phase: undefined })).toEqual({
    'data-status': 'failed',
    'data-live': '',
    'data-count': '0',
  });
});
