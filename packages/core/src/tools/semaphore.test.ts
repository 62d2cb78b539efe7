import { expect, it } from 'vitest';
import { settle } from '../testing/pending-work.ts';
import { createSemaphore } from './semaphore.ts';

it('a semaphore runs at most `limit` actions at once, in order, and frees the slot of a failed one', async () => {
  const semaphore = createSemaphore(2);
  const started: number[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const all = [0, 1, 2, 3].map((index) =>
    semaphore.take(() => {
      started.push(index);
      return new Promise<number>((resolve, reject) => {
        ends[index] = (error) => (error ? reject(error) : resolve(index));
      });
    }),
  );
  await settle();
  expect(started).toEqual([0, 1]);
  ends[1]?.(new Error('broke'));
  await expect(all[1]).rejects.toThrow('broke');
  await settle();
  expect(started).toEqual([0, 1, 2]);
  ends[0]?.();
  ends[2]?.();
  await settle();
  ends[3]?.();
  await expect(Promise.all([all[0], all[2], all[3]])).resolves.toEqual([0, 2, 3]);
});
