import { expect, test } from './test.ts';

test('a reload in mid-run picks the run up again', async ({ chat, page }) => {
  await chat.ask('Give me a long answer');
  await chat.midRun();
  await page.reload();

  await expect(chat.questions).toHaveText([/Give me a long answer/]);
  await expect(chat.stop).toBeVisible();
  await chat.settled();
  const afterwards = await chat.answers.allInnerTexts();

  // What was picked up is what the server has stored.
  await page.reload();
  await expect(chat.answers).toHaveCount(afterwards.length);
  await expect.poll(() => chat.answers.allInnerTexts()).toEqual(afterwards);
});

test('an approval that waits survives a reload', async ({ chat, page }) => {
  const allow = chat.log.getByRole('button', { name: 'Change theme', exact: true });
  await chat.ask('Please change the theme to dark');
  await expect(allow).toBeVisible();
  await page.reload();

  await allow.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chat.settled();
  await expect(chat.answers.last()).toContainText('The page is now dark.');
});

test('the server is restarted and the history is there', async ({ chat, page, server }) => {
  await chat.ask('What is Threadkit?');
  await chat.settled();
  const answer = await chat.answers.last().innerText();
  await server.stop();
  await server.start();

  await page.reload();
  await expect(chat.questions).toHaveText([/What is Threadkit\?/]);
  await expect(chat.answers.last()).toHaveText(answer, { useInnerText: true });

  await chat.ask('And what is a tool?');
  await chat.settled();
  await expect(chat.questions).toHaveCount(2);
});

test('a stop keeps the text so far, and the next message goes through', async ({ chat }) => {
  await chat.ask('Give me a long answer');
  await chat.midRun();
  await chat.stop.click();
  await chat.settled();
  await expect(chat.log).toContainText('Stopped by you.');
  await expect(chat.answers.first()).toContainText(/\S{3}/);

  await chat.ask('What is Threadkit?');
  await chat.settled();
  await expect(chat.questions).toHaveCount(2);
  await expect(chat.answers.last()).toContainText('Threadkit');
});

test('a message sent during a run waits for it', async ({ chat }) => {
  await chat.ask('Give me a long answer');
  await chat.midRun();
  await chat.ask('What is Threadkit?');
  await expect(chat.page.getByText('What is Threadkit?')).toBeVisible();

  await expect(chat.questions).toHaveCount(2, { timeout: 20_000 });
  await chat.settled();
  await expect(chat.questions.last()).toContainText('What is Threadkit?');
});

test('a server that is killed in mid-run goes on when it is back, and nothing is said twice', async ({
  chat,
  server,
}) => {
  test.setTimeout(90_000);
  await chat.ask('Give me a long answer');
  await chat.midRun();
  await server.kill();
  await expect(chat.page.getByText('Connection lost.')).toBeVisible();
  await server.start();

  // The dead worker's claim on the run has to run out first.
  await expect(chat.stop).toBeHidden({ timeout: 60_000 });
  await expect(chat.questions).toHaveCount(1);
  const stored = await fetch(`${server.url}/v1/threads/${chat.threadId()}/messages?order=asc`);
  const { data }: { data: { role: string; status: string }[] } = await stored.json();
  const completed = data.filter(({ status }) => status === 'completed');
  expect(completed.map(({ role }) => role)).toEqual(['user', 'assistant']);
});
