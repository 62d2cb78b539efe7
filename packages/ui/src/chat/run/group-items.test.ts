import type { RunItem } from '@threadkit/react';
import { expect, test } from 'vitest';
import { groupItems } from './group-items.ts';

const step = (stepId: string): RunItem => ({ kind: 'step', key: stepId, stepId });
const message = (key: string): RunItem => ({ kind: 'message', key, stepId: undefined });

test('steps that follow each other are one group, a message parts them', () => {
  expect(groupItems([step('a'), step('b'), message('m'), step('c')])).toEqual([
    { kind: 'steps', key: 'a', stepIds: ['a', 'b'] },
    { kind: 'message', key: 'm' },
    { kind: 'steps', key: 'c', stepIds: ['c'] },
  ]);
});

test('nothing groups to nothing', () => {
  expect(groupItems([])).toEqual([]);
});
