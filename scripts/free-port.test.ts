import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { nextFreePort, readPort } from './free-port.ts';

test('a port that is taken gives the next free one', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const address = other.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  try {
    expect(await nextFreePort(address.port)).toBeGreaterThan(address.port);
  } finally {
    await new Promise((resolve) => {
      other.close(resolve);
    });
  }
});

test('PORT is a number, or the message says what it should be', () => {
  expect(readPort(undefined, 4000)).toBe(4000);
  expect(readPort('', 4000)).toBe(4000);
  expect(readPort('8080', 4000)).toBe(8080);
  expect(() => readPort('http', 4000)).toThrow('PORT is "http"');
  expect(() => readPort('70000', 4000)).toThrow('65535');
});
