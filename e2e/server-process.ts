import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const playground = join(import.meta.dirname, '..', 'examples', 'playground');

export interface ServerOptions {
  /** SQLite file; survives a restart. */
  readonly db: string;
  /** Milliseconds between two pieces of an answer. */
  readonly paceMs: number;
}

/** The playground's server as a process of its own, as `npm run demo` would start it. */
export class ServerProcess {
  readonly #options: ServerOptions;
  #child: ChildProcess | undefined;
  #url = '';

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  get url(): string {
    return this.#url;
  }

  /** Starts, on the same port as before when it ran before. */
  async start(): Promise<void> {
    const { db, paceMs } = this.#options;
    const port = this.#url === '' ? '0' : new URL(this.#url).port;
    const flags = { port, db, pace: String(paceMs), page: join(playground, 'dist') };
    const child = spawn(
      process.execPath,
      [
        join(playground, 'server', 'main.ts'),
        ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
      ],
      { env: withoutModel(process.env), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#child = child;
    this.#url = await readUrl(child);
  }

  /** As Ctrl-C does it. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** As a crash does it. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
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

/** Tests are answered by the scripted engine, whatever the machine has set. */
function withoutModel(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { OPENAI_API_KEY: _key, OPENAI_BASE_URL: _url, ...rest } = env;
  return rest;
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
