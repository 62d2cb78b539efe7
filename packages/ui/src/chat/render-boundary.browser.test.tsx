import type { AssistantsApi } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import type { ReactElement, ReactNode } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../stories/in-page.tsx';
import type { MarkdownCodeProps } from '../markdown/markdown-components.ts';
import { MarkdownProvider } from '../markdown/markdown-provider.tsx';
import { Chat, type ChatProps } from './chat.tsx';

// React logs errors that a boundary has caught.
vi.spyOn(console, 'error').mockImplementation(() => undefined);

async function aThread(...texts: string[]): Promise<{ client: AssistantsApi; threadId: string }> {
  const { server, client } = createInPage();
  onTestFinished(() => server.close());
  const messages = texts.map((content) => ({ role: 'assistant' as const, content }));
  const { id } = await client.createThread({ messages });
  return { client, threadId: id };
}

/** A component of the app that throws for some values. */
function OwnCode({ code }: MarkdownCodeProps): ReactNode {
  if (code.includes('break')) throw new TypeError('This code cannot be rendered.');
  return <pre>{code}</pre>;
}
const components = { codeBlock: OwnCode };

const app = (client: AssistantsApi, props: ChatProps): ReactElement => (
  <ThreadkitProvider client={client}>
    <p>The page around the chat</p>
    <MarkdownProvider components={components}>
      <Chat assistantId="asst_demo" style={{ height: 600 }} {...props} />
    </MarkdownProvider>
  </ThreadkitProvider>
);

test('a notice replaces a message that throws while rendering, and the rest of the thread stays', async () => {
  const { client, threadId } = await aThread('The first answer.', '```js\nbreak;\n```', 'The last answer.');
  const onRenderError = vi.fn<(error: Error) => void>();
  await render(app(client, { threadId, onRenderError }));
  await expect.element(page.getByText('The first answer.')).toBeVisible();
  await expect.element(page.getByText('The last answer.')).toBeVisible();
  await expect.element(page.getByText('The page around the chat')).toBeVisible();
  await expect.element(page.getByText(/could not be displayed/)).toBeVisible();
  expect(onRenderError.mock.calls.map(([error]) => error.message)).toEqual(['This code cannot be rendered.']);

  await page.getByRole('button', { name: 'Show as text' }).click();
  await expect.element(page.getByText(/break;/)).toBeVisible();
});

test.each([
  ['list markers', `${'- '.repeat(1_400)}end`],
  ['numbers', `${'1. '.repeat(2_000)}end`],
  ['quote markers', `${'> '.repeat(2_500)}end`],
])('a stored response of deeply nested %s renders without an error', async (_name, response) => {
  const { client, threadId } = await aThread(response, 'The last answer.');
  const onRenderError = vi.fn<(error: Error) => void>();
  await render(app(client, { threadId, onRenderError }));
  await expect.element(page.getByText('The last answer.')).toBeVisible();
  await expect.element(page.getByText('The page around the chat')).toBeVisible();
  expect(document.querySelector('[data-slot=markdown]')?.textContent).toContain('end');
  expect(onRenderError).not.toHaveBeenCalled();
});
