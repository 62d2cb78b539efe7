import type { AssistantsApi, Environment } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { type InProcessServerOptions, inProcessServer, type Wire } from '@threadkit/testing';
import { type ReactNode, useState } from 'react';

export interface InPageOptions
  extends Pick<InProcessServerOptions, 'description' | 'gate' | 'now' | 'script' | 'setTimer'> {
  /** Stands between the client and the server: to break the wire as a network would. */
  intercept?: Wire | undefined;
  /** The clock and timers of the client. @defaultValue the real ones */
  environment?: Environment | undefined;
}

/** A real Threadkit server in this page, and a client that talks to it: no network, no mock. */
export function createInPage({ intercept, environment, ...options }: InPageOptions = {}) {
  const {
    server,
    gate,
    connect: connectTo,
  } = inProcessServer({ model: 'demo', ...options, wire: intercept });
  /** Another client of the same server: another page, or the same one after a reload. */
  const connect = (): AssistantsApi =>
    connectTo({ baseURL: 'http://in-page/v1', maxRetries: 0, environment });
  return { server, gate, client: connect(), connect };
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
