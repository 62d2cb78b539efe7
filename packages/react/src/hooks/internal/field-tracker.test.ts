import { expect, it } from 'vitest';
import { createFieldTracker } from './field-tracker.ts';

interface State {
  readonly status: string;
  readonly error: string | undefined;
}

const pick = ({ status, error }: State): State => ({ status, error });

it('select returns the same fields while only unread fields change', () => {
  const tracker = createFieldTracker(pick);
  const before = tracker.select({ status: 'ready', error: undefined });
  expect(tracker.track(before, {}, () => before).status).toBe('ready');
  expect(tracker.select({ status: 'ready', error: 'refused' })).toBe(before);
  expect(tracker.select({ status: 'failed', error: 'refused' })).not.toBe(before);
});

it('the first read of a field returns its current value, not that of an earlier render', () => {
  const tracker = createFieldTracker(pick);
  let state: State = { status: 'ready', error: undefined };
  const fields = tracker.select(state);
  const tracked = tracker.track(fields, {}, () => state);
  expect(tracked.status).toBe('ready');

  state = { status: 'ready', error: 'refused' };
  expect(tracker.select(state)).toBe(fields);
  expect(tracked.error).toBe('refused');
  expect(tracked.error).toBe('refused');
});

it('later reads of a field return what was rendered', () => {
  const tracker = createFieldTracker(pick);
  let state: State = { status: 'ready', error: undefined };
  const tracked = tracker.track(tracker.select(state), {}, () => state);
  expect(tracked.status).toBe('ready');
  state = { status: 'failed', error: undefined };
  expect(tracked.status).toBe('ready');
});
