import { type AssistantsApi, type Metadata, plainEnvironment } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { type ReactNode, useState } from 'react';
import { createInPage, type InPageOptions } from './in-page.tsx';

/** A Wednesday, shortly after two in the afternoon: where stories that show days take place. */
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
  /** In the order they were given. */
  readonly ids: readonly string[];
}

/** A server in the page that holds threads made at their times. Give them oldest first, as they were made. */
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
    // oxlint-disable-next-line no-await-in-loop -- made one after another, as their times are
    const { id } = await client.createThread({ metadata: named });
    ids.push(id);
  }
  time = NOW;
  return { client, ids };
}

/** Shows what is inside at `NOW`, with the scene's server. */
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
