import { QueryClient } from '@tanstack/react-query';
import type { AssistantsApi, Environment } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { type ReactNode, useEffect, useState } from 'react';
import { createInPage, type InPageOptions } from './in-page.tsx';

export interface Ready {
  readonly threadId: string;
  readonly runId?: string;
}

export interface PreparedProps {
  options?: InPageOptions;
  environment?: Partial<Environment>;
  /** Prepares the server with another client before the page is opened. */
  prepare: (client: AssistantsApi, queryClient: QueryClient) => Promise<Ready>;
  children: (ready: Ready) => ReactNode;
}

/** A page opened on a server with an existing conversation, as after a reload. */
export function Prepared({ options, environment, prepare, children }: PreparedProps): ReactNode {
  const [page] = useState(() => {
    const { client, connect } = createInPage(options);
    return { before: client, client: connect(), queryClient: new QueryClient() };
  });
  const [ready, setReady] = useState<Ready>();
  // Runs once; the children need its result.
  useEffect(() => {
    void prepare(page.before, page.queryClient).then(setReady);
  }, [page, prepare]);
  if (!ready) return null;
  return (
    <ThreadkitProvider
      client={page.client}
      queryClient={page.queryClient}
      {...(environment && { environment })}
    >
      {children(ready)}
    </ThreadkitProvider>
  );
}
