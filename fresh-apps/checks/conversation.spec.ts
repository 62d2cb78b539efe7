import { approveButton, expect, requestProseResponse, requestThemeChange, test } from './app-test.ts';

test('messages and responses persist across a reload', async ({ chat, app }) => {
  await requestProseResponse(chat);
  await chat.page.reload();
  await expect(chat.userMessages).toHaveCount(1);
  await expect(chat.assistantMessages.last()).toContainText('await read(1)');
  await chat.sendMessage('What is Threadkit?');
  await expect(chat.userMessages).toHaveCount(2);
  await chat.waitForRunEnd();
  if (!app.isPrefetched) return;
  const html = await (await chat.page.request.get(chat.page.url())).text();
  expect(html, 'the messages are in the HTML').toContain('await');
});

test('an approved tool runs in the page, and the response uses its output', async ({ chat }) => {
  await requestThemeChange(chat, 'dark');
  await expect(chat.page.locator('html')).not.toHaveAttribute('data-theme');
  await approveButton(chat).click();
  await expect(chat.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chat.waitForRunEnd();
  await expect(chat.assistantMessages.last()).toContainText('dark');
});

test('the chat fills its container, with the composer at the bottom of the window', async ({ chat }) => {
  const readLayout = () =>
    chat.page.evaluate(() => {
      const box = (slot: string) => document.querySelector(`[data-slot="${slot}"]`)?.getBoundingClientRect();
      const thread = box('thread');
      const composer = box('composer');
      return {
        height: thread?.height,
        top: thread?.top,
        // An app without styles has the browser's default margin.
        margin: Number.parseFloat(getComputedStyle(document.body).marginTop),
        composerBottom: composer?.bottom ?? Number.NaN,
        composerTop: composer?.top ?? Number.NaN,
        window: innerHeight,
      };
    });
  const expectLayout = async (): Promise<void> => {
    const { height, top, margin, composerBottom, composerTop, window } = await readLayout();
    expect({ height, top }).toEqual({ height: window, top: margin });
    expect(composerBottom).toBeLessThanOrEqual(window);
    expect(composerBottom).toBeGreaterThan(window - 80);
    expect(composerTop).toBeGreaterThan(window / 2);
  };
  await expect(chat.composer).toBeVisible();
  await requestProseResponse(chat);
  await expectLayout();
  await chat.sendMessage('/long 200');
  await expect(chat.userMessages).toHaveCount(2);
  await chat.waitForRunEnd();
  await expectLayout();
});
