import { chromiumLaunch } from '../scripts/browser.ts';
import { expect, test } from './test.ts';

const launch = chromiumLaunch();

// A touch screen as the first pointer and a trackpad beside it: Chromium's bits are 2 for coarse and 4 for fine.
test.use({
  launchOptions: {
    ...launch,
    args: [
      ...launch.args,
      '--blink-settings=primaryPointerType=2,availablePointerTypes=6,primaryHoverType=1,availableHoverTypes=3',
    ],
  },
});

test('on a tablet with a keyboard and a trackpad Enter sends, and the composer names its keys', async ({
  chat,
  page,
}) => {
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  await chat.composer.click();
  await expect(page.locator('[data-slot="composer-keys"]')).toBeVisible();
  await chat.composer.pressSequentially('one');
  await chat.composer.press('Shift+Enter');
  await chat.composer.pressSequentially('two');
  await expect(chat.composer).toHaveValue('one\ntwo');
  await chat.composer.press('Enter');
  await expect(chat.questions).toHaveText('one\ntwo');
  await expect(chat.composer).toHaveValue('');
});
