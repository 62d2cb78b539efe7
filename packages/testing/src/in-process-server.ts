import { type AssistantsApi, type AssistantTool, type ClientOptions, createClient } from '@threadkit/core';
import { randomId } from '@threadkit/core/internal';
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

/** The assistant of every test server. */
export const ASSISTANT = 'asst_demo';

/** Intercepts requests between client and server: passes them on, responds to, delays or fails them. */
export type Interceptor = (
  request: Request,
  next: (request: Request) => Promise<Response>,
) => Promise<Response>;

/** Options of {@link inProcessServer}. All are optional. */
export interface InProcessServerOptions extends Pick<ServerOptions, 'setTimer'> {
  /** Unix milliseconds, of the in-memory storage. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
  /** @defaultValue the scripted engine behind the gate */
  readonly engine?: Engine | undefined;
  /** Tools that the server executes. @defaultValue none */
  readonly tools?: ServerOptions['tools'];
  /** What the server does with reasoning. @defaultValue 'stream' */
  readonly reasoning?: ServerOptions['reasoning'];
  /** Script of the scripted engine. @defaultValue its built-in responses */
  readonly script?: ScriptedOptions['script'];
  /** @defaultValue an open gate */
  readonly gate?: EngineGate | undefined;
  /** @defaultValue in-memory storage */
  readonly storage?: Storage | undefined;
  /** Model of the assistant, shown on its runs. @defaultValue 'scripted' */
  readonly model?: string | undefined;
  /** Built-in tools of the assistant. @defaultValue none */
  readonly assistantTools?: readonly AssistantTool[] | undefined;
  /** Description of the assistant. @defaultValue none */
  readonly description?: string | undefined;
  /** Intercepts requests from the start. @defaultValue requests reach the server unchanged */
  readonly intercept?: Interceptor | undefined;
}

/** A server with its gate, and the means to connect clients. */
export interface InProcessServer {
  readonly server: Server;
  /** Pauses the scripted engine. Has no effect on an `engine` of the options. */
  readonly gate: EngineGate;
  /** Every request sent, as `METHOD path`. */
  readonly requests: string[];
  /** May be replaced during a test; undefined intercepts nothing. */
  intercept: Interceptor | undefined;
  /** Passes a request through the interceptor to the server. */
  fetch(request: Request): Promise<Response>;
  /** Creates a client of this server: another page, or the same page after a reload. */
  connect(options?: Partial<ClientOptions>): AssistantsApi;
}

/**
 * A real server in the process of the test, and clients that reach it without a network. `settle` waits for its requests and
 * its storage; a pausing engine and a request held by an interceptor count as settled.
 */
export function inProcessServer(options: InProcessServerOptions = {}): InProcessServer {
  const gate = options.gate ?? engineGate();
  const { description, assistantTools } = options;
  const server = createServer({
    setTimer: options.setTimer,
    storage: trackStorage(options.storage ?? memoryStorage({ now: options.now })),
    engine: options.engine ?? scripted({ paceMs: 1, setTimer: gate.setTimer, script: options.script }),
    authorize: 'allow-everyone',
    tools: options.tools,
    reasoning: options.reasoning,
    assistants: [
      {
        id: ASSISTANT,
        model: options.model ?? 'scripted',
        name: 'Demo',
        ...(description !== undefined && { description }),
        ...(assistantTools && { tools: [...assistantTools] }),
      },
    ],
  });
  // All servers share one address: nothing cached for one may be used for another.
  const key = randomId();
  const inProcess: InProcessServer = {
    server,
    gate,
    requests: [],
    intercept: options.intercept,
    async fetch(request) {
      const name = `${request.method} ${new URL(request.url).pathname.replace('/v1', '')}`;
      inProcess.requests.push(name);
      const serve = (passedOn: Request): Promise<Response> => trackWork(name, server.fetch(passedOn));
      if (!inProcess.intercept) return serve(request);
      // The test decides how long an interceptor holds a request: only reading the response body counts as work.
      return trackWork(name, Promise.resolve(await inProcess.intercept(request, serve)));
    },
    connect: (client) =>
      createClient({ baseURL: 'http://in-process/v1', key, fetch: inProcess.fetch, ...client }),
  };
  return inProcess;
}
