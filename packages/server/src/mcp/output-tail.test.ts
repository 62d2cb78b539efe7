import { expect, it } from 'vitest';
import { createOutputTail } from './output-tail.ts';

function tailOf(...chunks: readonly string[]): string {
  const tail = createOutputTail();
  for (const chunk of chunks) tail.add(new TextEncoder().encode(chunk));
  return tail.read();
}

it('the tail has the last ten lines, without empty ones', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index}`);
  expect(tailOf(...lines.map((line) => `${line}\n\n`))).toBe(lines.slice(2).join('\n'));
});

it('the tail joins lines that come in pieces', () => {
  expect(tailOf('Error: no su', 'ch folder\n', 'at')).toBe('Error: no such folder\nat');
});

it('a character that comes in pieces is one', () => {
  const tail = createOutputTail();
  for (const byte of new TextEncoder().encode('größer')) tail.add(Uint8Array.of(byte));
  expect(tail.read()).toBe('größer');
});

it('a line whose beginning is too long ago is left out', () => {
  expect(tailOf(`token-${'x'.repeat(10_000)}\nend\n`)).toBe('end');
  expect(tailOf('x'.repeat(10_000))).toBe('');
});
