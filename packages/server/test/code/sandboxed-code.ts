import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeResult, CodeSession } from '../../src/code/code-executor.ts';

/** Things of the machine that code in a sandbox must not reach. */
export interface Secrets {
  /** A file that every user of the machine can read. */
  readonly file: string;
  /** Of a web server on the loopback address. */
  readonly port: number;
  /** Requests and connections to it. */
  readonly connections: () => number;
  readonly remove: () => Promise<void>;
}

export const SECRET = 'the-secret-of-the-machine';

export async function createSecrets(): Promise<Secrets> {
  const folder = await mkdtemp(join(tmpdir(), 'threadkit-secret-'));
  const file = join(folder, 'secret.txt');
  await chmod(folder, 0o755);
  await writeFile(file, SECRET);
  process.env['THREADKIT_SECRET'] = SECRET;
  let connections = 0;
  const server: Server = createServer((_request, response) => response.end(SECRET));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    file,
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    async remove() {
      delete process.env['THREADKIT_SECRET'];
      await rm(folder, { recursive: true });
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** The text of a call. */
export function logsOf({ outputs }: CodeResult): string {
  return outputs.map((output) => (output.type === 'logs' ? output.logs : '')).join('');
}

/** What the code prints; it must end by itself. */
export async function print(session: CodeSession, code: string): Promise<string> {
  const result = await session.execute(code);
  if (result.status !== 'completed') throw new Error(`${result.status}: ${logsOf(result)}`);
  return logsOf(result);
}

/** Processes of the machine with this name. */
export function countProcesses(name: string): number {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === name;
    } catch {
      return false;
    }
  }).length;
}
