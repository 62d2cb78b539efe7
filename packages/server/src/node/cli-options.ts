import { parseArgs } from 'node:util';
import { isLoopback } from './loopback-guard.ts';

export const ENGINES = ['scripted', 'chat-completions'] as const;

export interface CliOptions {
  readonly port: number;
  readonly host: string;
  /** File name, or `:memory:`. */
  readonly db: string;
  readonly engine: (typeof ENGINES)[number];
  /** Milliseconds between two pieces; undefined for the engine's default. */
  readonly pace: number | undefined;
  readonly model: string | undefined;
  readonly corsOrigins: readonly string[];
}

export type CliCommand =
  | { readonly command: 'serve'; readonly options: CliOptions }
  | { readonly command: 'help' }
  | { readonly command: 'version' };

export const HELP = `threadkit: the Assistants API v2 on your own machine

Usage: threadkit serve [options]

  --port <number>          where to listen; 0 takes a free port (4010)
  --host <name>            a loopback address (127.0.0.1)
  --db <file>              SQLite file, or :memory: (:memory:)
  --engine <name>          scripted, chat-completions (scripted)
  --pace <ms>              scripted: pause between two words, 0 for none
  --model <name>           model of the demo assistant, and of requests to chat-completions
  --cors-origin <origin>   origin whose pages may call this server; can be repeated
  --help                   this text
  --version                the version of @threadkit/server

chat-completions reads OPENAI_API_KEY and OPENAI_BASE_URL.`;

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
  if (command !== 'serve' || rest.length > 0) {
    throw new UsageError(`Unknown command '${positionals.join(' ')}'. There is one: 'threadkit serve'.`);
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
      db: values.db ?? ':memory:',
      engine: engineName(values.engine),
      pace: values.pace === undefined ? undefined : integer('pace', values.pace, 0, 60_000),
      model: values.model,
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
        'cors-origin': { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
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

function integer(flag: string, text: string | undefined, fallback: number, max: number): number {
  if (text === undefined) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= max)) throw new UsageError(`--${flag} ${text} is not a whole number from 0 to ${max}.`);
  return value;
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
