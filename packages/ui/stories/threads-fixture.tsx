import { type AssistantsApi, type Metadata, plainEnvironment } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { type ReactNode, useState } from 'react';
import { createInPage, type InPageOptions } from './in-page.tsx';

/** The current time of stories that group by day: a Wednesday afternoon. */
export const NOW = new Date(2026, 10, 25, 14, 5).getTime();
export const HOUR = 3_600_000;

export interface ThreadToMake {
  readonly title?: string;
  /** Hours before `NOW`. */
  readonly hoursAgo: number;
  readonly metadata?: Metadata;
}

export interface ThreadsScene {
  readonly client: AssistantsApi;
  /** In the order of the argument. */
  readonly ids: readonly string[];
}

/** Creates a server in the page with threads created at their times. Pass the oldest first. */
export async function makeThreads(
  threads: readonly ThreadToMake[],
  options: InPageOptions = {},
): Promise<ThreadsScene> {
  let time = NOW;
  const { client } = createInPage({ ...options, now: () => time });
  const ids: string[] = [];
  for (const { title, hoursAgo, metadata } of threads) {
    time = NOW - hoursAgo * HOUR;
    const named = { ...metadata, ...(title === undefined ? {} : { title }) };
    // oxlint-disable-next-line no-await-in-loop -- created in order of time
    const { id } = await client.createThread({ metadata: named });
    ids.push(id);
  }
  time = NOW;
  return { client, ids };
}

/** Renders its children at `NOW`, with the given client. */
export function Scene({
  client,
  children,
}: Pick<ThreadsScene, 'client'> & { children: ReactNode }): ReactNode {
  const [environment] = useState(() => ({ ...plainEnvironment(), now: () => NOW }));
  return (
    <ThreadkitProvider client={client} environment={environment}>
      {children}
    </ThreadkitProvider>
  );
}
