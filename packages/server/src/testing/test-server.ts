import { onTestFinished } from 'vitest';
import { scripted } from '../engines/scripted/scripted.ts';
import { createServer, type Server, type ServerOptions } from '../server.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { Caller } from './caller.ts';

export interface TestServer {
  readonly server: Server;
  readonly caller: Caller;
  /** What was told to `onError`; tests that expect faults look here. */
  readonly faults: unknown[];
}

/** A server in memory with the scripted engine at no pace and one assistant, closed when the test ends. */
export function testServer(options: Partial<ServerOptions> = {}): TestServer {
  const faults: unknown[] = [];
  const server = createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs: 0 }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'demo-model', instructions: 'Be kind.' }],
    onError: (error) => faults.push(error),
    ...options,
  });
  onTestFinished(() => server.close());
  return { server, caller: new Caller(server), faults };
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
