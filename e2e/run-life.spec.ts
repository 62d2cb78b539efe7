import { expect, test } from './test.ts';

test('a reload in mid-run picks the run up again', async ({ chat, page, server }) => {
  await chat.askAndHold('Give me a long answer');
  await page.reload();

  await expect(chat.questions).toHaveText([/Give me a long answer/]);
  await chat.held();
  await server.openGate();
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

test('a stop keeps the text so far, and the next message goes through', async ({ chat, server }) => {
  await chat.askAndHold('Give me a long answer');
  await chat.stop.click();
  await chat.settled();
  await expect(chat.log).toContainText('You stopped this response.');
  await expect(chat.answers.first()).toContainText(/\S{3}/);

  await server.openGate();
  await chat.ask('What is Threadkit?');
  await chat.settled();
  await expect(chat.questions).toHaveCount(2);
  await expect(chat.answers.last()).toContainText('Threadkit');
});

test('a message sent during a run waits for the end of the run', async ({ chat, server }) => {
  await chat.askAndHold('Give me a long answer');
  await chat.ask('What is Threadkit?');
  await expect(chat.questions).toHaveCount(1);

  await server.openGate();
  await expect(chat.questions).toHaveCount(2, { timeout: 20_000 });
  await expect(chat.questions.last()).toContainText('What is Threadkit?');
  await chat.settled();
});

test.describe('with a lease of two seconds', () => {
  test.use({ leaseMs: 2000 });

  test('a run whose server is killed goes on when the server is back, and says nothing twice', async ({
    chat,
    server,
  }) => {
    await chat.askAndHold('Give me a long answer');
    await server.kill();
    await expect(chat.page.getByText('Connection lost.')).toBeVisible();
    await server.start();

    await chat.settled();
    await expect(chat.questions).toHaveCount(1);
    const stored = await fetch(`${server.url}/v1/threads/${chat.threadId()}/messages?order=asc`);
    const { data }: { data: { role: string; status: string }[] } = await stored.json();
    const completed = data.filter(({ status }) => status === 'completed');
    expect(completed.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });
});
