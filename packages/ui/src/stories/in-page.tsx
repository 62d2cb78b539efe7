import { type AssistantsApi, createClient, randomId } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { createServer, memoryStorage, type ScriptedOptions, scripted } from '@threadkit/server';
import { type ReactNode, useState } from 'react';

export interface InPageOptions extends ScriptedOptions {
  /** Stands between the client and the server: to break the wire as a network would. */
  intercept?:
    | ((request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>)
    | undefined;
  /** The server's clock, in Unix milliseconds: for things that were made on other days. */
  now?: (() => number) | undefined;
  /** What the assistant is for. */
  description?: string | undefined;
}

/** A real Threadkit server in this page, and a client that talks to it: no network, no mock. */
export function createInPage({ intercept, now, description, ...options }: InPageOptions = {}) {
  const server = createServer({
    ...(now && { now }),
    storage: memoryStorage(),
    engine: scripted({ paceMs: 0, ...options }),
    authorize: 'allow-everyone',
    assistants: [
      { id: 'asst_demo', model: 'demo', name: 'Demo', ...(description !== undefined && { description }) },
    ],
  });
  const fetch = (request: Request): Promise<Response> =>
    intercept ? intercept(request, server.fetch) : server.fetch(request);
  // Each server is another one, though all have one address: nothing of one's may be found at the next.
  const key = randomId();
  /** Another client of the same server: another page, or the same one after a reload. */
  const connect = (): AssistantsApi =>
    createClient({ baseURL: 'http://in-page/v1', key, fetch, maxRetries: 0 });
  return { server, client: connect(), connect };
}

/** Gives what is inside a server of its own, for the life of the story. */
export function InPage({ options, children }: { options?: InPageOptions; children: ReactNode }): ReactNode {
  const [{ client }] = useState(() => createInPage(options));
  return (
    <ThreadkitProvider client={client}>
      <div data-stage="chat">{children}</div>
    </ThreadkitProvider>
  );
}
