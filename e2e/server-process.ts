import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { GateCommand } from './server-program.ts';

const playground = join(import.meta.dirname, '..', 'examples', 'playground');

export interface ServerOptions {
  /** SQLite file; survives a restart. */
  readonly db: string;
  /** Time after which another server may claim the run of a killed server, in milliseconds. */
  readonly leaseMs: number;
}

/** The playground's server in a child process, with a gate that pauses its engine. */
export interface ServerProcess {
  readonly url: string;
  /** Content of stderr so far. */
  readonly log: string;
  /** Starts the server. A restart uses the same port. */
  start(): Promise<void>;
  /** Pauses responses after `pauses` further steps of the engine: one before the first chunk, one after each chunk. */
  closeGate(pauses: number): Promise<void>;
  /** Continues paused responses for `pauses` further steps of the engine. */
  passGate(pauses: number): Promise<void>;
  /** Continues paused responses until they end. */
  openGate(): Promise<void>;
  /** Sends SIGTERM, for a graceful shutdown. */
  stop(): Promise<void>;
  /** Sends SIGKILL, like a crash. */
  kill(): Promise<void>;
}

export function createServerProcess({ db, leaseMs }: ServerOptions): ServerProcess {
  let running: ChildProcess | undefined;
  let url = '';
  let log = '';

  async function start(): Promise<void> {
    const port = url === '' ? '0' : new URL(url).port;
    const flags = { port, db, lease: String(leaseMs), page: join(playground, 'dist') };
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, 'server-program.ts'),
        ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
      ],
      { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    running = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString('utf8');
    });
    url = await readUrl(child);
  }

  async function sendCommand(command: GateCommand): Promise<void> {
    const child = running;
    if (child === undefined) throw new Error('The gate cannot be changed: the server is not running.');
    const done = once(child, 'message');
    child.send(command);
    await done;
  }

  async function endProcess(signal: NodeJS.Signals): Promise<void> {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  return {
    get url() {
      return url;
    },
    get log() {
      return log;
    },
    start,
    closeGate: (pauses) => sendCommand({ gate: 'close', pauses }),
    passGate: (pauses) => sendCommand({ gate: 'pass', pauses }),
    openGate: () => sendCommand({ gate: 'open' }),
    stop: () => endProcess('SIGTERM'),
    kill: () => endProcess('SIGKILL'),
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null || child.stderr === null)
    throw new Error('The server process has no stdout or stderr.');
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^listening on (\S+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The server ended before it was ready.\n${errors}`);
}
