import { createChatPage } from './chat-page.ts';
import { expect, test } from './test.ts';

test('with two tabs on one thread, the sending tab runs the tool and the other tab follows the run', async ({
  chat,
  context,
  server,
}) => {
  const approve = chat.log.getByRole('button', { name: 'Change theme', exact: true });
  await chat.sendMessage('Please change the theme to dark');
  await expect(approve).toBeVisible();

  const page = await context.newPage();
  await page.goto(chat.page.url());
  const other = createChatPage(page, server);
  await expect(other.log).toContainText('handled in another tab');
  await expect(other.log.getByRole('button', { name: 'Change theme', exact: true })).toBeHidden();

  await approve.click();
  await chat.waitForRunEnd();
  await other.waitForRunEnd();
  await expect(other.assistantMessages.last()).toContainText('The page is now dark.');
});

test('another tab takes over a pending approval when the sending tab is closed', async ({
  chat,
  context,
  server,
}) => {
  await chat.sendMessage('Please change the theme to dark');
  await expect(chat.log.getByRole('button', { name: 'Change theme', exact: true })).toBeVisible();

  const page = await context.newPage();
  await page.goto(chat.page.url());
  const other = createChatPage(page, server);
  await expect(other.log).toContainText('handled in another tab');
  await chat.page.close();

  await other.log.getByRole('button', { name: 'Change theme', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await other.waitForRunEnd();
  await expect(other.assistantMessages.last()).toContainText('The page is now dark.');
});
