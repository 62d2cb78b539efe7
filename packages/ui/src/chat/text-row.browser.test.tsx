import '../styles.css';
import { ThreadkitProvider } from '@threadkit/react';
import { createLongThread } from '@threadkit/testing';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../stories/in-page.tsx';
import { Chat } from './chat.tsx';

test('the text row of a distant response shows no delimiters of emphasis', async () => {
  const { server, client } = createInPage();
  onTestFinished(() => server.close());
  const threadId = await createLongThread(client, 40, (index) =>
    index === 1 ? 'これは**`save_all`**です。**[手順](https://example.com/a_b)**です。' : `Said ${index}`,
  );
  await render(
    <ThreadkitProvider client={client}>
      <Chat assistantId="asst_demo" threadId={threadId} style={{ height: 300 }} />
    </ThreadkitProvider>,
  );
  const distant = page.getByText('これはsave_allです。手順です。');
  await expect.element(distant).toBeInTheDocument();
  expect(distant.element().closest('[data-slot="text-row"]')).not.toBeNull();
  expect(page.getByRole('log').element().textContent).not.toMatch(/[*`]/);
});
