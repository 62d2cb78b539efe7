import { onTestFinished } from 'vitest';
import { scripted } from '../engines/scripted/scripted.ts';
import { createServer } from '../server/create-server.ts';
import type { Server, ServerOptions } from '../server/server-options.ts';
import type { LogEntry } from '../shared/log.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { type Caller, createCaller } from './caller.ts';

export interface TestServer {
  readonly server: Server;
  readonly caller: Caller;
  /** Errors passed to `onError`. */
  readonly faults: unknown[];
  /** Conditions passed to `log`. */
  readonly log: LogEntry[];
  /** Occurrences (`info`) passed to `log`. */
  readonly occurrences: LogEntry[];
}

export interface TestServerOptions extends Partial<ServerOptions> {
  /** Unix milliseconds, of the in-memory storage. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}

/** An in-memory server with the scripted engine without pauses and one assistant, closed when the test ends. */
export function testServer({ now, ...options }: TestServerOptions = {}): TestServer {
  const faults: unknown[] = [];
  const log: LogEntry[] = [];
  const occurrences: LogEntry[] = [];
  const server = createServer({
    storage: memoryStorage({ now }),
    engine: scripted({ paceMs: 0 }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'demo-model', instructions: 'Be kind.' }],
    onError: (error) => faults.push(error),
    log: (entry) => (entry.level === 'info' ? occurrences : log).push(entry),
    ...options,
  });
  onTestFinished(() => server.close());
  return { server, caller: createCaller(server), faults, log, occurrences };
}

export const WEATHER = {
  type: 'function',
  function: {
    name: 'get_weather',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' }, unit: { type: 'string', enum: ['celsius', 'fahrenheit'] } },
      required: ['city'],
    },
  },
} as const;
