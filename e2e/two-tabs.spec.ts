import { ChatPage } from './chat-page.ts';
import { expect, test } from './test.ts';

test('two tabs on one thread: the one that sent runs the tool, the other follows', async ({
  chat,
  context,
  server,
}) => {
  const allow = chat.log.getByRole('button', { name: 'Change theme', exact: true });
  await chat.ask('Please change the theme to dark');
  await expect(allow).toBeVisible();

  const page = await context.newPage();
  await page.goto(chat.page.url());
  const other = new ChatPage(page, server);
  await expect(other.log).toContainText('handled in another window');
  await expect(other.log.getByRole('button', { name: 'Change theme', exact: true })).toBeHidden();

  await allow.click();
  await chat.settled();
  await other.settled();
  await expect(other.answers.last()).toContainText('The page is now dark.');
});

test('a tab takes an approval over when the one that sent is closed', async ({ chat, context, server }) => {
  await chat.ask('Please change the theme to dark');
  await expect(chat.log.getByRole('button', { name: 'Change theme', exact: true })).toBeVisible();

  const page = await context.newPage();
  await page.goto(chat.page.url());
  const other = new ChatPage(page, server);
  await expect(other.log).toContainText('handled in another window');
  await chat.page.close();

  await other.log.getByRole('button', { name: 'Change theme', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await other.settled();
  await expect(other.answers.last()).toContainText('The page is now dark.');
});
