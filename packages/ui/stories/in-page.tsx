import type { AssistantsApi, Environment } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { type InProcessServerOptions, type Interceptor, inProcessServer } from '@threadkit/testing';
import { type ReactNode, useState } from 'react';

export interface InPageOptions
  extends Pick<
    InProcessServerOptions,
    'assistantTools' | 'description' | 'gate' | 'now' | 'reasoning' | 'script' | 'setTimer' | 'tools'
  > {
  /** Intercepts requests and responses between client and server, to simulate network faults. */
  intercept?: Interceptor | undefined;
  /** The clock and timers of the client. @defaultValue the real ones */
  environment?: Environment | undefined;
}

/** Creates a real Threadkit server in this page, and a client for it. No network, no mocks. */
export function createInPage({ intercept, environment, ...options }: InPageOptions = {}) {
  const { server, gate, connect: connectTo } = inProcessServer({ model: 'demo', ...options, intercept });
  /** Creates another client of the same server: for another page, or for a reload. */
  const connect = (): AssistantsApi =>
    connectTo({ baseURL: 'http://in-page/v1', maxRetries: 0, environment });
  return { server, gate, client: connect(), connect };
}

/** Provides a new server to its children, for as long as it is mounted. */
export function InPage({ options, children }: { options?: InPageOptions; children: ReactNode }): ReactNode {
  const [{ client }] = useState(() => createInPage(options));
  return (
    <ThreadkitProvider client={client}>
      <div data-stage="chat">{children}</div>
    </ThreadkitProvider>
  );
}
