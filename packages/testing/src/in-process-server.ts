import { type AssistantsApi, type ClientOptions, createClient, randomId } from '@threadkit/core';
import { trackWork } from '@threadkit/core/testing';
import {
  createServer,
  type Engine,
  memoryStorage,
  type ScriptedOptions,
  type Server,
  type ServerOptions,
  type Storage,
  scripted,
} from '@threadkit/server';
import { type EngineGate, engineGate } from './engine-gate.ts';
import { trackStorage } from './track-storage.ts';

/** The assistant that every server in a test has. */
export const ASSISTANT = 'asst_demo';

/** Stands between client and server: passes a request on, answers it itself, holds it up or breaks it. */
export type Wire = (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;

export interface InProcessServerOptions extends Pick<ServerOptions, 'now' | 'setTimer'> {
  /** @defaultValue the scripted engine behind the gate */
  readonly engine?: Engine | undefined;
  /** Of the scripted engine. */
  readonly script?: ScriptedOptions['script'];
  /** @defaultValue a gate that is open */
  readonly gate?: EngineGate | undefined;
  /** @defaultValue in memory */
  readonly storage?: Storage | undefined;
  /** What runs say that they are answered by. @defaultValue 'scripted' */
  readonly model?: string | undefined;
  /** What the assistant is for. */
  readonly description?: string | undefined;
  readonly wire?: Wire | undefined;
}

export interface InProcessServer {
  readonly server: Server;
  readonly gate: EngineGate;
  /** Every request that went out, as `METHOD path`. */
  readonly requests: string[];
  wire: Wire | undefined;
  fetch(request: Request): Promise<Response>;
  /** A client of this server: another page, or the same page after a reload. */
  connect(options?: Partial<ClientOptions>): AssistantsApi;
}

/**
 * A real server in the process of the test, and clients that reach it without a network. `settle` waits for its
 * requests and for its storage; an engine that pauses, and a wire that holds a request, count as settled.
 */
export function inProcessServer(options: InProcessServerOptions = {}): InProcessServer {
  const gate = options.gate ?? engineGate();
  const { description } = options;
  const server = createServer({
    now: options.now,
    setTimer: options.setTimer,
    storage: trackStorage(options.storage ?? memoryStorage()),
    engine: options.engine ?? scripted({ paceMs: 1, setTimer: gate.setTimer, script: options.script }),
    authorize: 'allow-everyone',
    assistants: [
      {
        id: ASSISTANT,
        model: options.model ?? 'scripted',
        name: 'Demo',
        ...(description !== undefined && { description }),
      },
    ],
  });
  // All servers have one address: nothing that is kept of one may be found at another.
  const key = randomId();
  const inProcess: InProcessServer = {
    server,
    gate,
    requests: [],
    wire: options.wire,
    async fetch(request) {
      const name = `${request.method} ${new URL(request.url).pathname.replace('/v1', '')}`;
      inProcess.requests.push(name);
      const serve = (passedOn: Request): Promise<Response> => trackWork(name, server.fetch(passedOn));
      if (!inProcess.wire) return serve(request);
      // How long a wire holds a request is the test's choice: only the body of its answer counts as work.
      return trackWork(name, Promise.resolve(await inProcess.wire(request, serve)));
    },
    connect: (client) =>
      createClient({ baseURL: 'http://in-process/v1', key, fetch: inProcess.fetch, ...client }),
  };
  return inProcess;
}
