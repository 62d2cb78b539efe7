import { expect, it } from 'vitest';
import { gate } from '../testing/step-engine.ts';
import { createTurns } from './turns.ts';

const { signal } = new AbortController();

it('a number of works run at once, and the others in order', async () => {
  const turns = createTurns(2);
  const log: string[] = [];
  const gates = [gate(), gate(), gate(), gate()];
  const works = gates.map(({ opened }, index) =>
    turns.take(signal, async () => {
      log.push(`begin ${index}`);
      await opened;
      log.push(`end ${index}`);
    }),
  );
  for (const index of [1, 0, 2, 3]) {
    gates[index]?.open();
    await works[index];
  }
  expect(log).toEqual(['begin 0', 'begin 1', 'end 1', 'begin 2', 'end 0', 'begin 3', 'end 2', 'end 3']);
});

it('a work that fails gives its turn to the next', async () => {
  const turns = createTurns(1);
  const failing = turns.take(signal, () => Promise.reject(new Error('failed')));
  const next = turns.take(signal, async () => 'done');
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toBe('done');
});

it('a work whose signal aborts while it waits is not begun', async () => {
  const turns = createTurns(1);
  const { open, opened } = gate();
  const first = turns.take(signal, () => opened);
  const abort = new AbortController();
  const waiting = turns.take(abort.signal, () => Promise.reject(new Error('begun')));
  abort.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  open();
  await first;
  expect(await turns.take(signal, async () => 'next')).toBe('next');
});
