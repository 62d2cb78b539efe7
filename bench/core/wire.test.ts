import { expect, it } from 'vitest';
import { toBody, toChunks } from './wire.ts';

const textOf = (chunks: Iterable<Uint8Array>) =>
  Array.from(chunks, (chunk) => new TextDecoder().decode(chunk));

it('toChunks ends each chunk after a complete frame', () => {
  expect(textOf(toChunks(['ab', 'cd', 'ef'], 1))).toEqual(['ab', 'cd', 'ef']);
  expect(textOf(toChunks(['ab', 'cd', 'ef'], 3))).toEqual(['abcd', 'ef']);
});

it('toBody produces a chunk only when it is read', async () => {
  let reads = 0;
  const body = toBody(toChunks(['ab', 'cd'], 1), () => {
    reads += 1;
  });
  expect(reads).toBe(0);
  const reader = body.getReader();
  await reader.read();
  expect(reads).toBe(1);
});
