import { ChatPage } from './chat-page.ts';
import { serveForeignPage } from './foreign-page.ts';
import { expect, test } from './test.ts';

test('a page of an origin that is not allowed says so, and the log of the server names the origin and the option', async ({
  page,
  server,
}) => {
  const foreign = await serveForeignPage(server.url);
  await page.goto(foreign.url);
  const chat = new ChatPage(page);
  await chat.ask('Words that must not be lost');

  const failure = chat.log.getByRole('group', { name: 'Not sent.' });
  await expect(failure).toContainText('does not allow requests from this page');
  await expect(chat.log).toContainText('Words that must not be lost');
  await failure.getByRole('button', { name: 'Details' }).click();
  await expect(failure).toContainText(`does it allow ${foreign.url} (CORS, --cors-origin)`);

  await expect.poll(() => server.log).toContain(`--cors-origin ${foreign.url} (threadkit serve)`);
  expect(server.log.split(foreign.url)).toHaveLength(4);
  foreign.close();
});
