import { approveButton, askForProse, askForTheme, expect, test } from './app-test.ts';

test('a message is answered, and the conversation is there after a reload', async ({ chat, app }) => {
  await askForProse(chat);
  await chat.page.reload();
  await expect(chat.questions).toHaveCount(1);
  await expect(chat.answers.last()).toContainText('await read(1)');
  await chat.ask('What is Threadkit?');
  await expect(chat.questions).toHaveCount(2);
  await chat.settled();
  if (!app.isPrefetched) return;
  const html = await (await chat.page.request.get(chat.page.url())).text();
  expect(html, 'the messages are in the HTML').toContain('await');
});

test('a tool asks first, runs in the page and its output is answered', async ({ chat }) => {
  await askForTheme(chat, 'dark');
  await expect(chat.page.locator('html')).not.toHaveAttribute('data-theme');
  await approveButton(chat).click();
  await expect(chat.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chat.settled();
  await expect(chat.answers.last()).toContainText('dark');
});

test('the chat fills its place, and the composer stands at its end inside the window', async ({ chat }) => {
  const places = () =>
    chat.page.evaluate(() => {
      const box = (slot: string) => document.querySelector(`[data-slot="${slot}"]`)?.getBoundingClientRect();
      const thread = box('thread');
      const composer = box('composer');
      return {
        height: thread?.height,
        top: thread?.top,
        // An app without styles has the browser's margin around it.
        margin: Number.parseFloat(getComputedStyle(document.body).marginTop),
        composerBottom: composer?.bottom ?? Number.NaN,
        composerTop: composer?.top ?? Number.NaN,
        window: innerHeight,
      };
    });
  const expectPlaces = async (): Promise<void> => {
    const { height, top, margin, composerBottom, composerTop, window } = await places();
    expect({ height, top }).toEqual({ height: window, top: margin });
    expect(composerBottom).toBeLessThanOrEqual(window);
    expect(composerBottom).toBeGreaterThan(window - 80);
    expect(composerTop).toBeGreaterThan(window / 2);
  };
  await expect(chat.composer).toBeVisible();
  await askForProse(chat);
  await expectPlaces();
  await chat.ask('/long 200');
  await expect(chat.questions).toHaveCount(2);
  await chat.settled();
  await expectPlaces();
});
