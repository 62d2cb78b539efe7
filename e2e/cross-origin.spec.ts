import { createChatPage } from './chat-page.ts';
import { serveCrossOriginPage } from './cross-origin-page.ts';
import { expect, test } from './test.ts';

test('a page of a rejected origin shows an error, and the server logs the origin and the option to allow it', async ({
  page,
  server,
}) => {
  const otherPage = await serveCrossOriginPage(server.url);
  await page.goto(otherPage.url);
  const chat = createChatPage(page);
  await chat.sendMessage('Text that must not be lost');

  const failure = chat.log.getByRole('group', { name: 'Not sent.' });
  await expect(failure).toContainText('does not allow requests from this page');
  await expect(chat.log).toContainText('Text that must not be lost');
  await failure.getByRole('button', { name: 'Details' }).click();
  await expect(failure).toContainText(`does it allow ${otherPage.url} (CORS, --cors-origin)`);

  await expect.poll(() => server.log).toContain(`--cors-origin ${otherPage.url} (threadkit serve)`);
  expect(server.log.split(otherPage.url)).toHaveLength(4);
  otherPage.close();
});
