import { chromiumLaunch } from '../scripts/browser.ts';
import { expect, test } from './test.ts';

const launch = chromiumLaunch();

// A touch screen as primary pointer, and a trackpad. Chromium's bits: 2 is coarse, 4 is fine.
test.use({
  launchOptions: {
    ...launch,
    args: [
      ...launch.args,
      '--blink-settings=primaryPointerType=2,availablePointerTypes=6,primaryHoverType=1,availableHoverTypes=3',
    ],
  },
});

test('on a tablet with keyboard and trackpad, Enter sends and the composer shows its keyboard hints', async ({
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
  await expect(chat.userMessages).toHaveText('one\ntwo');
  await expect(chat.composer).toHaveValue('');
});
