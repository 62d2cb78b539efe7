import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { nextFreePort, readPort } from './free-port.ts';

test('nextFreePort skips a port that is taken', async () => {
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

test('readPort returns a valid port or the fallback, and rejects any other value', () => {
  expect(readPort(undefined, 4000)).toBe(4000);
  expect(readPort('', 4000)).toBe(4000);
  expect(readPort('8080', 4000)).toBe(8080);
  expect(() => readPort('http', 4000)).toThrow('PORT is "http"');
  expect(() => readPort('70000', 4000)).toThrow('65535');
});
