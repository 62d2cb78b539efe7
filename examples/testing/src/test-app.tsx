import { configure } from '@testing-library/react';
import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { createServer, memoryStorage, scripted } from '@threadkit/server';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';

// A busy machine takes longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 });

/**
 * The provider of a test, on a real server inside the test: no port, no network, no model.
 *
 * @param options.paceMs Milliseconds between two pieces of a response.
 */
export function createTestApp({ paceMs = 0 } = {}): (props: { children: ReactNode }) => ReactNode {
  const server = createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'scripted' }],
    // A test that expects a failure looks for it in the page.
    log: () => {},
  });
  onTestFinished(() => server.close());
  const client = createClient({ baseURL: 'http://test/v1', fetch: (request) => server.fetch(request) });
  return ({ children }) => <ThreadkitProvider client={client}>{children}</ThreadkitProvider>;
}
