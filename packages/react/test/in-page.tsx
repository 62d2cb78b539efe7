import { QueryClient } from '@tanstack/react-query';
import type { AssistantsApi } from '@threadkit/core';
import { type InProcessServer, inProcessServer } from '@threadkit/testing';
import { type ReactNode, StrictMode } from 'react';
import { onTestFinished } from 'vitest';
import { ThreadkitProvider } from '../src/index.ts';

export { ASSISTANT } from '@threadkit/testing';

export interface InPage extends InProcessServer {
  readonly client: AssistantsApi;
  readonly queryClient: QueryClient;
  /** Wraps in StrictMode and the provider. */
  wrap(children: ReactNode): ReactNode;
}

/** Starts a real in-process server, and returns it with a client and a provider. */
export function inPage(): InPage {
  const inProcess = inProcessServer();
  onTestFinished(() => inProcess.server.close());
  const queryClient = new QueryClient();
  const client = inProcess.connect();
  return Object.assign(inProcess, {
    client,
    queryClient,
    wrap: (children: ReactNode) => (
      <StrictMode>
        <ThreadkitProvider client={client} queryClient={queryClient}>
          {children}
        </ThreadkitProvider>
      </StrictMode>
    ),
  });
}

/** A promise that `open` resolves. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
