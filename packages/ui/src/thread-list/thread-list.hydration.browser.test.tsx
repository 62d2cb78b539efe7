import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { plainEnvironment } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { threadsOptions } from '@threadkit/react/query';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { createInPage } from '../../stories/in-page.tsx';
import { ThreadList } from './thread-list.tsx';

/** The CDP session of the test browser. The provider augments the type, but only the root package has it. */
interface Chromium {
  send?(method: string, params?: object): Promise<unknown>;
}

const chromium: Chromium = cdp();
const setTimeZone = (timezoneId: string): Promise<unknown> | undefined =>
  chromium.send?.('Emulation.setTimezoneOverride', { timezoneId });
afterEach(async () => {
  await setTimeZone('');
});

const NOW = Date.UTC(2026, 10, 25, 23, 30);

test.each([
  ['America/Los_Angeles', '3:30 PM'],
  ['Europe/Berlin', '12:30 AM'],
  ['Asia/Tokyo', '8:30 AM'],
  ['Pacific/Kiritimati', '1:30 PM'],
])(
  'a list rendered in UTC hydrates in %s without an error, then groups by days of that time zone',
  async (zone, time) => {
    const now = (): number => NOW;
    const { server, client } = createInPage({ now });
    onTestFinished(() => server.close());
    await client.createThread({ metadata: { title: 'Named' } });
    await client.createThread();
    const cache = new QueryClient();
    await cache.prefetchInfiniteQuery(threadsOptions(client));
    const state = dehydrate(cache);
    const app = (queryClient: QueryClient): ReactNode => (
      <ThreadkitProvider
        client={client}
        queryClient={queryClient}
        environment={{ ...plainEnvironment(), now }}
      >
        <HydrationBoundary state={state}>
          <ThreadList onSelect={() => {}} onNew={() => {}} />
        </HydrationBoundary>
      </ThreadkitProvider>
    );
    await setTimeZone('UTC');
    const html = renderToString(app(cache));
    expect(html).toContain('Named');
    expect(html).not.toMatch(/Today|1970|2026/);
    expect(html).not.toContain('style=');
    await setTimeZone(zone);

    const onRecoverableError = vi.fn<() => void>();
    const errors = vi.spyOn(console, 'error');
    const container = document.createElement('div');
    container.innerHTML = html;
    document.body.append(container);
    const list = container.querySelector('nav');
    const root = hydrateRoot(container, app(new QueryClient()), { onRecoverableError });
    onTestFinished(() => {
      root.unmount();
      container.remove();
    });
    await expect.poll(() => container.textContent.replaceAll('\u202f', ' ')).toContain(time);
    expect(container.querySelector('nav')).toBe(list);
    expect(container.textContent).toContain('Today');
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(errors.mock.calls).toEqual([]);
  },
);
