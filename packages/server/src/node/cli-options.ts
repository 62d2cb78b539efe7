import { parseArgs } from 'node:util';
import { isLoopback } from './loopback-guard.ts';

export const ENGINES = ['scripted', 'chat-completions'] as const;
/** What executes the code of `code_interpreter`. */
export const CODE_EXECUTORS = ['none', 'process', 'pyodide'] as const;

export interface CliOptions {
  readonly port: number;
  readonly host: string;
  /** File name, or `:memory:`. Undefined for the database of `DATABASE_URL`, or `:memory:` without one. */
  readonly db: string | undefined;
  readonly engine: (typeof ENGINES)[number];
  /** Milliseconds between two pieces; undefined for the engine's default. */
  readonly pace: number | undefined;
  readonly model: string | undefined;
  readonly code: (typeof CODE_EXECUTORS)[number];
  /** Model of the vectors of files; undefined for searches by keywords only. */
  readonly embeddings: string | undefined;
  readonly corsOrigins: readonly string[];
}

export interface MigrateOptions {
  /** SQLite file to copy from. */
  readonly from: string | undefined;
  /** @defaultValue that of `postgresStorage` */
  readonly schema: string | undefined;
}

export type CliCommand =
  | { readonly command: 'serve'; readonly options: CliOptions }
  | { readonly command: 'migrate'; readonly options: MigrateOptions }
  | { readonly command: 'help' }
  | { readonly command: 'version' };

export const HELP = `threadkit: the Assistants API v2 on your own machine

Usage: threadkit serve [options]
       threadkit migrate [--from sqlite:<file>] [--schema <name>]

serve:
  --port <number>          where to listen; 0 takes a free port (4010)
  --host <name>            a loopback address (127.0.0.1)
  --db <file>              SQLite file, or :memory: (the database of DATABASE_URL, or :memory:)
  --engine <name>          scripted, chat-completions (scripted)
  --pace <ms>              scripted: pause between two words, 0 for none
  --model <name>           model of the demo assistant, and of requests to chat-completions
  --code <name>            what executes code_interpreter: process (Python in bubblewrap), pyodide, none (none)
  --embeddings <model>     find files also by vectors of this model, from OPENAI_BASE_URL
  --cors-origin <origin>   origin whose pages may call this server; can be repeated

migrate, for the PostgreSQL database of DATABASE_URL:
  --from sqlite:<file>     copies everything from this file; can be repeated when it broke off
  --schema <name>          schema of the tables (threadkit)

  --help                   this text
  --version                the version of @threadkit/server

DATABASE_URL is a connection string such as postgres://user:password@host:5432/database.
chat-completions and --embeddings read OPENAI_API_KEY and OPENAI_BASE_URL.`;

/** Invalid command-line arguments. The message is written for the user; no stack is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses the arguments after the program name. Package managers pass `--` through at any position; it is ignored. */
export function parseCli(args: readonly string[]): CliCommand {
  const { values, positionals } = parse(args.filter((arg) => arg !== '--'));
  const [command, ...rest] = positionals;
  if (values.version) return { command: 'version' };
  if (values.help || command === 'help' || command === undefined) return { command: 'help' };
  if (rest.length > 0 || (command !== 'serve' && command !== 'migrate')) {
    throw new UsageError(
      `Unknown command '${positionals.join(' ')}'. There are 'threadkit serve' and 'threadkit migrate'.`,
    );
  }
  refuseOtherOptions(command, values);
  if (command === 'migrate') {
    return { command, options: { from: sqliteFile(values.from), schema: values.schema } };
  }
  const host = values.host ?? '127.0.0.1';
  if (!isLoopback(host)) {
    throw new UsageError(
      `--host ${host} is not a loopback address. This command has no authentication, so it serves this machine only. To serve others, write a server with 'authorize'.`,
    );
  }
  return {
    command: 'serve',
    options: {
      host,
      port: integer('port', values.port, 4010, 65_535),
      db: values.db,
      engine: engineName(values.engine),
      pace: values.pace === undefined ? undefined : integer('pace', values.pace, 0, 60_000),
      model: values.model,
      code: codeExecutorName(values.code),
      embeddings: values.embeddings,
      corsOrigins: (values['cors-origin'] ?? []).map(origin),
    },
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: text,
        host: text,
        db: text,
        engine: text,
        pace: text,
        model: text,
        code: text,
        embeddings: text,
        'cors-origin': { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
        from: text,
        schema: text,
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node appends advice about positional arguments, which this command does not accept.
    // linear: the message comes from Node
    throw new UsageError(message.replace(/\. To specify a positional argument .*$/, '.'), { cause: error });
  }
}

const MIGRATE_OPTIONS: ReadonlySet<string> = new Set(['from', 'schema']);

function refuseOtherOptions(command: 'serve' | 'migrate', values: object): void {
  for (const name of Object.keys(values)) {
    if (MIGRATE_OPTIONS.has(name) === (command === 'migrate')) continue;
    throw new UsageError(`--${name} is not an option of 'threadkit ${command}'.`);
  }
}

/** The file of `sqlite:<file>`. */
function sqliteFile(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const file = text.startsWith('sqlite:') ? text.slice('sqlite:'.length) : '';
  if (file === '') throw new UsageError(`--from ${text} is not known. Expected sqlite:<file>.`);
  return file;
}

function integer(flag: string, text: string | undefined, fallback: number, max: number): number {
  if (text === undefined) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= max)) throw new UsageError(`--${flag} ${text} is not a whole number from 0 to ${max}.`);
  return value;
}

function codeExecutorName(text = 'none'): CliOptions['code'] {
  const name = CODE_EXECUTORS.find((known) => known === text);
  if (!name) throw new UsageError(`--code ${text} is not known. There are: ${CODE_EXECUTORS.join(', ')}.`);
  return name;
}

function engineName(text: string | undefined): CliOptions['engine'] {
  const name = ENGINES.find((known) => known === (text ?? 'scripted'));
  if (!name) throw new UsageError(`--engine ${text} is not known. There are: ${ENGINES.join(', ')}.`);
  return name;
}

function origin(text: string): string {
  const url = URL.parse(text);
  if (!url || url.origin === 'null') {
    throw new UsageError(`--cors-origin ${text} is not an origin such as http://localhost:5173.`);
  }
  return url.origin;
}
