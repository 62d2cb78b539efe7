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

/** Runs the playground's server in a child process, with a gate that pauses its engine. */
export class ServerProcess {
  readonly #options: ServerOptions;
  #child: ChildProcess | undefined;
  #url = '';
  #log = '';

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  get url(): string {
    return this.#url;
  }

  /** Content of stderr so far. */
  get log(): string {
    return this.#log;
  }

  /** Starts the server. A restart uses the same port. */
  async start(): Promise<void> {
    const { db, leaseMs } = this.#options;
    const port = this.#url === '' ? '0' : new URL(this.#url).port;
    const flags = { port, db, lease: String(leaseMs), page: join(playground, 'dist') };
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, 'server-program.ts'),
        ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
      ],
      { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#log += chunk.toString('utf8');
    });
    this.#url = await readUrl(child);
  }

  /** Pauses responses after `pauses` further steps of the engine: one before the first chunk, one after each chunk. */
  async closeGate(pauses: number): Promise<void> {
    await this.#command({ gate: 'close', pauses });
  }

  /** Continues paused responses for `pauses` further steps of the engine. */
  async passGate(pauses: number): Promise<void> {
    await this.#command({ gate: 'pass', pauses });
  }

  /** Continues paused responses until they end. */
  async openGate(): Promise<void> {
    await this.#command({ gate: 'open' });
  }

  /** Sends SIGTERM, for a graceful shutdown. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Sends SIGKILL, like a crash. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #command(command: GateCommand): Promise<void> {
    const child = this.#child;
    if (child === undefined) throw new Error('The gate cannot be changed: the server is not running.');
    const done = once(child, 'message');
    child.send(command);
    await done;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
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
