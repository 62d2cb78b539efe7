import { createServer } from 'node:net';

/** True when nobody listens on this port of 127.0.0.1. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * The first free port from this one on.
 *
 * @throws when the next hundred are all taken
 */
export async function nextFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 100 && port < 65_536; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${from} on is free. Set PORT to another one.`);
}

/**
 * `PORT` as a number.
 *
 * @throws when it is not a port
 */
export function readPort(value: string | undefined, fallback: number): number {
  if (value === undefined || value === '') return fallback;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${value}"; it has to be a number from 1 to 65535.`);
  }
  return port;
}
