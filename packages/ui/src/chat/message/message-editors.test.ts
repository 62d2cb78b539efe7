import { expect, test, vi } from 'vitest';
import { createMessageEditors } from './message-editors.ts';

test('openLast opens the last registered message in the order of the keys', () => {
  const editors = createMessageEditors();
  const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()];
  editors.register('b', second);
  editors.register('a', first);
  editors.openLast(['a', 'b', 'not registered']);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});

test('openLast skips a message that was withdrawn', () => {
  const editors = createMessageEditors();
  const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()];
  editors.register('a', first);
  editors.register('b', second)();
  editors.openLast(['a', 'b']);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
});

test('withdrawing an earlier registration keeps a later one of the same message', () => {
  const editors = createMessageEditors();
  const [before, now] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const withdraw = editors.register('a', before);
  editors.register('a', now);
  withdraw();
  editors.openLast(['a']);
  expect([before.mock.calls.length, now.mock.calls.length]).toEqual([0, 1]);
});
