import { fileURLToPath } from 'node:url';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** `threadkit serve` as a separate process. */
export function startThreadkit(...args: readonly string[]): Promise<ServerProcess> {
  return startServerProcess([process.execPath, CLI, 'serve', '--port', '0', ...args]);
}
