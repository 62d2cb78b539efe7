import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { GateCommand } from './server-program.ts';

const playground = join(import.meta.dirname, '..', 'examples', 'playground');

export interface ServerOptions {
  /** SQLite file; survives a restart. */
  readonly db: string;
  /** How long a run stays with a server that was killed, in milliseconds. */
  readonly leaseMs: number;
}

/** The playground's server as a process of its own, with a gate in its engine. */
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

  /** What it wrote to its error output so far. */
  get log(): string {
    return this.#log;
  }

  /** Starts, on the same port as before when it ran before. */
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

  /** Answers stop after `pauses` more pauses of the engine: one before their first piece, one after each piece. */
  async closeGate(pauses: number): Promise<void> {
    await this.#command({ gate: 'close', pauses });
  }

  /** Lets answers that stopped go on for `pauses` more pauses. */
  async passGate(pauses: number): Promise<void> {
    await this.#command({ gate: 'pass', pauses });
  }

  /** Answers go on to their end. */
  async openGate(): Promise<void> {
    await this.#command({ gate: 'open' });
  }

  /** As Ctrl-C does it. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** As a crash does it. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #command(command: GateCommand): Promise<void> {
    const child = this.#child;
    if (child === undefined) throw new Error('The server does not run, so its gate cannot be moved.');
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
  if (child.stdout === null || child.stderr === null) throw new Error('the server has no output to read');
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
