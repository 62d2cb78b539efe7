import { fileURLToPath } from 'node:url';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const PROGRAM = fileURLToPath(new URL('torture-server.ts', import.meta.url));

export interface ClusterOptions {
  readonly servers: number;
  /** Arguments of `torture-server.ts`. */
  readonly args: readonly string[];
  /** A program that starts a server, with its arguments: `faketime`. @defaultValue none, by index of the server */
  readonly wrap?: (index: number) => readonly string[];
}

/** Several server processes on one database. */
export interface Cluster {
  /** The URL of a server, which may be down. Consecutive calls go round. */
  anyUrl(): string;
  /** Ends a server and starts it again. `SIGKILL`: without any cleanup. */
  restart(index: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Stops a server's execution until the returned function is called. */
  pause(index: number): () => void;
  pidOf(index: number): number | undefined;
  /** What a server has printed since it was started. */
  outputOf(index: number): string;
  stop(): Promise<void>;
}

export async function startCluster({ servers, args, wrap = () => [] }: ClusterOptions): Promise<Cluster> {
  const start = (index: number) => startServerProcess([...wrap(index), process.execPath, PROGRAM, ...args]);
  const running = await Promise.all(Array.from({ length: servers }, (_, index) => start(index)));
  let calls = 0;

  function at(index: number): ServerProcess {
    const server = running[index % running.length];
    if (!server) throw new Error('The cluster has no server.');
    return server;
  }

  return {
    anyUrl() {
      calls += 1;
      return at(calls).url;
    },
    async restart(index, signal) {
      const { child, ended } = at(index);
      child.kill(signal);
      await ended;
      running[index % running.length] = await start(index);
    },
    pause(index) {
      const { child } = at(index);
      child.kill('SIGSTOP');
      return () => child.kill('SIGCONT');
    },
    pidOf: (index) => at(index).child.pid,
    outputOf: (index) => at(index).output(),
    async stop() {
      for (const { child } of running) child.kill('SIGKILL');
      await Promise.all(running.map(({ ended }) => ended));
    },
  };
}
