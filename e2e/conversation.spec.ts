import { expect, test } from './test.ts';

test('the first message of a chat streams its response and puts the thread id into the URL', async ({
  chat,
  server,
}) => {
  await chat.sendAndPauseResponse('What is Threadkit?');
  const early = await chat.assistantMessages.last().innerText();
  await server.passGate(20);
  await expect
    .poll(async () => (await chat.assistantMessages.last().innerText()).length)
    .toBeGreaterThan(early.length);
  await expect(chat.stopButton).toBeVisible();
  await server.openGate();
  await chat.waitForRunEnd();

  await expect(chat.userMessages).toHaveText([/What is Threadkit\?/]);
  await expect(chat.assistantMessages.last()).toContainText('Threadkit');
  expect(chat.threadId()).toMatch(/^thread_/);
});

test('the thread list shows a thread under its first message, and opens it again', async ({ chat, page }) => {
  const threads = page.getByRole('navigation', { name: 'Threads' });
  await expect(threads).toContainText('No threads yet.');
  await chat.sendMessage('What is a run step?');
  await chat.waitForRunEnd();
  const row = threads.getByRole('button', { name: 'What is a run step?', exact: true });
  await expect(row).toHaveAttribute('aria-current', 'page');

  await threads.getByRole('button', { name: 'New thread' }).click();
  await expect(chat.userMessages).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');

  await row.click();
  await expect(chat.userMessages).toHaveText([/What is a run step\?/]);
});

test('the thread list renames and deletes a thread', async ({ chat, page }) => {
  const threads = page.getByRole('navigation', { name: 'Threads' });
  await chat.sendMessage('What is a run step?');
  await chat.waitForRunEnd();
  const row = threads.getByRole('button', { name: 'What is a run step?', exact: true });
  await row.press('F2');
  await page.keyboard.type('Steps');
  // The list shows the new name optimistically: wait for the response before the reload.
  const stored = page.waitForResponse(
    (response) => response.request().postData()?.includes('"Steps"') ?? false,
  );
  await page.keyboard.press('Enter');
  const renamed = threads.getByRole('button', { name: 'Steps', exact: true });
  await expect(renamed).toBeFocused();
  expect((await stored).ok()).toBe(true);
  await page.reload();

  await renamed.press('Delete');
  await expect(threads).toContainText('Delete this thread? This cannot be undone.');
  await threads.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(threads).toContainText('No threads yet.');
  await expect(chat.userMessages).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
});

test('an approved tool runs in the page, and the response uses its output', async ({ chat, page }) => {
  const html = page.locator('html');
  await chat.sendMessage('Please change the theme to dark');
  const approve = chat.log.getByRole('button', { name: 'Change theme', exact: true });
  await expect(approve).toBeVisible();
  await expect(html).not.toHaveAttribute('data-theme');

  await approve.click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await chat.waitForRunEnd();
  await expect(chat.assistantMessages.last()).toContainText('The page is now dark.');
});

test('a declined tool does not run, and the run continues', async ({ chat, page }) => {
  await chat.sendMessage('Please change the theme to dark');
  await chat.log.getByRole('button', { name: 'Decline', exact: true }).click();
  await chat.waitForRunEnd();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(chat.assistantMessages.last()).toContainText(/\S{3}/);
});

test('a tool without approval runs immediately', async ({ chat }) => {
  await chat.sendMessage('Roll 3 dice with 20 sides');
  await chat.waitForRunEnd();
  await expect(chat.assistantMessages.last()).toContainText(/3 dice with 20 sides: \d+, \d+, \d+\./);
});
