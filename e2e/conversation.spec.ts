import { expect, test } from './test.ts';

test('the answer to a first message streams in, and the thread gets an address', async ({ chat, server }) => {
  await chat.askAndHold('What is Threadkit?');
  const early = await chat.answers.last().innerText();
  await server.passGate(20);
  await expect.poll(async () => (await chat.answers.last().innerText()).length).toBeGreaterThan(early.length);
  await expect(chat.stop).toBeVisible();
  await server.openGate();
  await chat.settled();

  await expect(chat.questions).toHaveText([/What is Threadkit\?/]);
  await expect(chat.answers.last()).toContainText('Threadkit');
  expect(chat.threadId()).toMatch(/^thread_/);
});

test('the list shows the thread by its first words, and opens it again', async ({ chat, page }) => {
  const threads = page.getByRole('navigation', { name: 'Threads' });
  await expect(threads).toContainText('No threads yet.');
  await chat.ask('What is a run step?');
  await chat.settled();
  const row = threads.getByRole('button', { name: 'What is a run step?', exact: true });
  await expect(row).toHaveAttribute('aria-current', 'page');

  await threads.getByRole('button', { name: 'New thread' }).click();
  await expect(chat.questions).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');

  await row.click();
  await expect(chat.questions).toHaveText([/What is a run step\?/]);
});

test('a thread is renamed and deleted in the list', async ({ chat, page }) => {
  const threads = page.getByRole('navigation', { name: 'Threads' });
  await chat.ask('What is a run step?');
  await chat.settled();
  const row = threads.getByRole('button', { name: 'What is a run step?', exact: true });
  await row.press('F2');
  await page.keyboard.type('Steps');
  // The list shows the new name at once; a reload may come sooner than the server has it.
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
  await expect(chat.questions).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
});

test('the approval appears, is granted, the tool runs in the page, the answer uses its output', async ({
  chat,
  page,
}) => {
  const html = page.locator('html');
  await chat.ask('Please change the theme to dark');
  const allow = chat.log.getByRole('button', { name: 'Change theme', exact: true });
  await expect(allow).toBeVisible();
  await expect(html).not.toHaveAttribute('data-theme');

  await allow.click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await chat.settled();
  await expect(chat.answers.last()).toContainText('The page is now dark.');
});

test('a tool that is declined does not run, and the answer goes on', async ({ chat, page }) => {
  await chat.ask('Please change the theme to dark');
  await chat.log.getByRole('button', { name: 'Decline', exact: true }).click();
  await chat.settled();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(chat.answers.last()).toContainText(/\S{3}/);
});

test('a tool that needs no approval runs at once', async ({ chat }) => {
  await chat.ask('Roll 3 dice with 20 sides');
  await chat.settled();
  await expect(chat.answers.last()).toContainText(/3 dice with 20 sides: \d+, \d+, \d+\./);
});
