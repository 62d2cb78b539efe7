import { QueryClient } from '@tanstack/react-query';
import { type AssistantsApi, createClient, randomId } from '@threadkit/core';
import { createServer, memoryStorage, scripted } from '@threadkit/server';
import { type ReactNode, StrictMode } from 'react';
import { onTestFinished } from 'vitest';
import { ThreadkitProvider } from '../src/index.ts';

export const ASSISTANT = 'asst_demo';

export interface InPage {
  readonly client: AssistantsApi;
  readonly queryClient: QueryClient;
  /** Every request that went out, as `METHOD path`. */
  readonly requests: string[];
  /** Stands between client and server; set it to hold requests up. */
  wire: ((request: Request, next: () => Promise<Response>) => Promise<Response>) | undefined;
  /** StrictMode, as every app should have it. */
  wrap(children: ReactNode): ReactNode;
}

/** A real server in the page, a client for it and a provider around what is rendered. */
export function inPage(options: { paceMs?: number } = {}): InPage {
  const server = createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs: options.paceMs ?? 0 }),
    authorize: 'allow-everyone',
    assistants: [{ id: ASSISTANT, model: 'scripted', name: 'Demo' }],
  });
  onTestFinished(() => server.close());
  const queryClient = new QueryClient();
  const page: InPage = {
    queryClient,
    requests: [],
    wire: undefined,
    client: createClient({
      baseURL: 'http://in-page/v1',
      // Each server is another one, though all have one address: nothing of one's may be found at the next.
      key: randomId(),
      fetch: (request) => {
        page.requests.push(`${request.method} ${new URL(request.url).pathname.replace('/v1', '')}`);
        const next = (): Promise<Response> => server.fetch(request);
        return page.wire ? page.wire(request, next) : next();
      },
    }),
    wrap: (children) => (
      <StrictMode>
        <ThreadkitProvider client={page.client} queryClient={queryClient}>
          {children}
        </ThreadkitProvider>
      </StrictMode>
    ),
  };
  return page;
}

/** A promise with its handles outside. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
