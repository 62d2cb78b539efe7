import { expect, it } from 'vitest';
import { pollInterval } from './poll-interval.ts';

const completed = { status: 'completed' };
const inProgress = { status: 'in_progress' };

it.each([
  ['nothing was read', undefined, false],
  ['nothing is in progress', [completed], false],
  ['something is in progress', [completed, inProgress], 1000],
])('pollInterval, when %s, is %j', (_name, objects, expected) => {
  expect(pollInterval(objects)).toBe(expected);
});

it('pollInterval grows with the loaded pages, as each is requested again', () => {
  expect(pollInterval([inProgress], 20)).toBe(20_000);
});
