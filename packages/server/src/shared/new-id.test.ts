import { describe, expect, it } from 'vitest';
import { newId } from './new-id.ts';

describe('newId', () => {
  it('newId returns unique ids of the prefix and 24 letters and digits', () => {
    const ids = Array.from({ length: 1000 }, () => newId('run'));
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^run_[A-Za-z0-9]{24}$/);
  });
});
