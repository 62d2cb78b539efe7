import '../styles.css';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { ThreadkitProvider } from '@threadkit/react';
import { prefetchThread } from '@threadkit/react/query';
import { createLongThread } from '@threadkit/testing';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createInPage } from '../../stories/in-page.tsx';
import { Chat } from './chat.tsx';

const RESPONSE = [
  '| a | b |',
  '|---|--:|',
  '| 1 | 2 |',
  '',
  '```js',
  'const x = 1;',
  '```',
  '',
  '1. One',
  '2. Two',
];

/** Makes the test page refuse style attributes, like a page with the policy `style-src 'self'`. */
function refuseStyleAttributes(): string[] {
  const violations: string[] = [];
  const report = ({ violatedDirective, sample }: SecurityPolicyViolationEvent): void => {
    violations.push(`${violatedDirective} ${sample}`);
  };
  document.addEventListener('securitypolicyviolation', report);
  onTestFinished(() => document.removeEventListener('securitypolicyviolation', report));
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "style-src-attr 'none' 'report-sample'";
  document.head.append(policy);
  return violations;
}

test('a server-rendered thread and a streaming response comply with a policy against style attributes', async () => {
  const { server, client } = createInPage({
    script: () => [
      { type: 'text', part: 0, text: RESPONSE.join('\n') },
      { type: 'finish', reason: 'stop', usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } },
    ],
  });
  onTestFinished(() => server.close());
  const id = await createLongThread(client, 60, (index) => `Message ${index}`);
  const cache = new QueryClient();
  await prefetchThread(cache, client, id);
  const state = dehydrate(cache);
  const app = (queryClient: QueryClient): ReactNode => (
    <ThreadkitProvider client={client} queryClient={queryClient}>
      <HydrationBoundary state={state}>
        <Chat assistantId="asst_demo" threadId={id} />
      </HydrationBoundary>
    </ThreadkitProvider>
  );
  const html = renderToString(app(cache));
  expect(html).toContain('data-slot="long-list-section"');
  expect(html).not.toContain('style=');

  const violations = refuseStyleAttributes();
  const errors = vi.spyOn(console, 'error');
  const container = document.createElement('div');
  container.style.height = '600px';
  container.innerHTML = html;
  document.body.append(container);
  const root = hydrateRoot(container, app(new QueryClient()));
  onTestFinished(() => {
    root.unmount();
    container.remove();
  });
  await page.getByRole('textbox', { name: 'Message' }).fill('Show me');
  await userEvent.keyboard('{Enter}');
  const summary = page.getByRole('group', { name: 'Response details' });
  await expect.element(summary).toBeVisible();
  await summary.getByRole('button', { expanded: false }).click();
  await expect.element(page.getByRole('group', { name: 'Timeline' })).toBeVisible();
  expect(violations).toEqual([]);
  expect(errors.mock.calls).toEqual([]);
  const sizes = Array.from(
    container.querySelectorAll('[data-slot="long-list-page"], [data-slot="long-list-section"]'),
    (element) => getComputedStyle(element).containIntrinsicBlockSize,
  );
  expect(sizes.length).toBeGreaterThan(2);
  for (const size of sizes) expect(size).toMatch(/^auto \d+px$/);
});
