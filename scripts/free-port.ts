import { createServer } from 'node:net';

/** Whether no process listens on the port of 127.0.0.1. */
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
 * Finds the first free port, starting with the given one.
 *
 * @throws When a hundred consecutive ports are taken.
 */
export async function nextFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 100 && port < 65_536; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${from} on. Set PORT to another port.`);
}

/**
 * Parses the value of the variable `PORT`.
 *
 * @throws When the value is not a port.
 */
export function readPort(value: string | undefined, fallback: number): number {
  if (value === undefined || value === '') return fallback;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${value}"; it must be a number from 1 to 65535.`);
  }
  return port;
}
