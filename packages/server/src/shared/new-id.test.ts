import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from './new-id.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('newId', () => {
  it('newId returns unique ids of the prefix and 24 letters and digits', () => {
    const ids = Array.from({ length: 1000 }, () => newId('run'));
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^run_[A-Za-z0-9]{24}$/);
  });

  it('ids of different milliseconds are in the order of their time', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
    const ids = Array.from({ length: 200 }, (_, step) => {
      vi.setSystemTime(Date.now() + 7 ** (step % 12));
      return newId('msg');
    });
    expect(ids.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(ids);
  });
});
