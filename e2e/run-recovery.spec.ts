import { SOME_WORDS } from '@threadkit/testing';
import { expect, test } from './test.ts';

test('a reload during a run resumes the run', async ({ chat, page, server }) => {
  await chat.sendAndPauseResponse('Give me a long response');
  await page.reload();

  await expect(chat.userMessages).toHaveText([/Give me a long response/]);
  await chat.waitForPausedResponse();
  await server.openGate();
  await chat.waitForRunEnd();
  const afterwards = await chat.assistantMessages.allInnerTexts();

  // The resumed response equals the stored one.
  await page.reload();
  await expect(chat.assistantMessages).toHaveCount(afterwards.length);
  await expect.poll(() => chat.assistantMessages.allInnerTexts()).toEqual(afterwards);
});

test('a pending approval survives a reload', async ({ chat, page }) => {
  const approve = chat.log.getByRole('button', { name: 'Change theme', exact: true });
  await chat.sendMessage('Please change the theme to dark');
  await expect(approve).toBeVisible();
  await page.reload();

  await approve.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chat.waitForRunEnd();
  await expect(chat.assistantMessages.last()).toContainText('The page is now dark.');
});

test('the messages of a thread survive a restart of the server', async ({ chat, page, server }) => {
  await chat.sendMessage('What is Threadkit?');
  await chat.waitForRunEnd();
  const response = await chat.assistantMessages.last().innerText();
  await server.stop();
  await server.start();

  await page.reload();
  await expect(chat.userMessages).toHaveText([/What is Threadkit\?/]);
  await expect(chat.assistantMessages.last()).toHaveText(response, { useInnerText: true });

  await chat.sendMessage('And what is a tool?');
  await chat.waitForRunEnd();
  await expect(chat.userMessages).toHaveCount(2);
});

test('a stopped run keeps its partial response, and the next message gets a response', async ({
  chat,
  server,
}) => {
  await chat.sendAndPauseResponse('Give me a long response');
  await chat.stopButton.click();
  await chat.waitForRunEnd();
  await expect(chat.log).toContainText('You stopped this response.');
  await expect(chat.assistantMessages.first()).toContainText(/\S{3}/);

  await server.openGate();
  await chat.sendMessage('What is Threadkit?');
  await chat.waitForRunEnd();
  await expect(chat.userMessages).toHaveCount(2);
  await expect(chat.assistantMessages.last()).toContainText('Threadkit');
});

test('a message sent during a run is queued until the run ends', async ({ chat, server }) => {
  await chat.sendAndPauseResponse('Give me a long response');
  await chat.sendMessage('What is Threadkit?');
  await expect(chat.userMessages).toHaveCount(1);

  await server.openGate();
  await expect(chat.userMessages).toHaveCount(2, { timeout: 20_000 });
  await expect(chat.userMessages.last()).toContainText('What is Threadkit?');
  await chat.waitForRunEnd();
});

test.describe('with a run lease of two seconds', () => {
  test.use({ leaseMs: 2000 });

  test('a run whose server was killed continues after the restart, without duplicate messages', async ({
    chat,
    server,
  }) => {
    await chat.sendAndPauseResponse('Give me a long response');
    await server.kill();
    await expect(chat.page.getByText('Connection lost.')).toBeVisible();
    await server.start();

    await chat.waitForRunEnd();
    await expect(chat.userMessages).toHaveCount(1);
    const stored = await fetch(`${server.url}/v1/threads/${chat.threadId()}/messages?order=asc`);
    const { data }: { data: { role: string; status: string }[] } = await stored.json();
    const completed = data.filter(({ status }) => status === 'completed');
    expect(completed.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });
});

test('reasoning continues after a reload in the middle, and ends as a row with its text', async ({
  chat,
  page,
  server,
}) => {
  const thinking = chat.log.getByRole('button', { name: /^Thinking/ });
  await server.closeGate(SOME_WORDS);
  await chat.sendMessage('/think');
  await thinking.click();
  await expect(chat.log).toContainText('Reading the question');

  await page.reload();
  await thinking.click();
  await expect(chat.log).toContainText('Reading the question');
  await server.passGate(40);
  await expect(chat.log).toContainText('Two trains leave Berlin');
  await expect(chat.stopButton).toBeVisible();

  await server.openGate();
  await chat.waitForRunEnd();
  await expect(chat.log.getByRole('button', { name: /^Thought/ })).toHaveAttribute('aria-expanded', 'true');
  await expect(chat.log).toContainText('the first train is the safe choice.');
  await expect(chat.assistantMessages.last()).toContainText('Take the train at 9:38');
});
