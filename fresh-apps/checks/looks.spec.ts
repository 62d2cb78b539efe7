import type { Page } from '@playwright/test';
import {
  approveButton,
  askForProse,
  askForTheme,
  expect,
  type Scheme,
  schemes,
  setScheme,
  test,
} from './app-test.ts';
import { contrast, flatten, over, paintedPart, paintedWords } from './colours.ts';

const inEachScheme = async (check: (scheme: Scheme) => Promise<void>): Promise<void> => {
  for (const scheme of schemes) await test.step(scheme, () => check(scheme));
};

test('after an answer, bubble, composer and send button are drawn and every word is legible, light and dark', async ({
  chat,
  app,
}) => {
  const { page } = chat;
  await askForProse(chat);
  await chat.composer.fill('One more thing');
  await expect(chat.send).toBeEnabled();
  await inEachScheme(async (scheme) => {
    await setScheme(page, app, scheme);
    const bubble = await groundsOf(
      page,
      '[data-slot="message"][data-role="user"] [data-slot="message-text"]',
    );
    expect(contrast(bubble.ground, bubble.behind), 'the bubble stands out').toBeGreaterThan(1.05);
    expect(bubble.part.radius, 'the bubble is round').toBeGreaterThanOrEqual(8);

    const box = await groundsOf(page, '[data-slot="composer-box"]');
    expect(box.part.borderWidth, "the composer's border").toBeGreaterThanOrEqual(1);
    expect(contrast(over(box.part.borderColour, box.ground), box.ground)).toBeGreaterThan(1.15);
    expect(box.part.background[3], 'the composer has a ground').toBe(1);
    expect(box.part.radius, 'the composer is round').toBeGreaterThanOrEqual(8);

    const send = await groundsOf(page, '[data-slot="composer-send"]');
    expect(contrast(send.ground, box.ground), 'the send button is filled').toBeGreaterThan(4.5);
    expect(contrast(send.part.colour, send.ground), 'its arrow is seen').toBeGreaterThan(4.5);

    await expectLegible(page);
  });
});

test('the box that asks for approval is drawn and every word is legible, light and dark, before and after the tool has changed the theme', async ({
  chat,
  app,
}) => {
  const { page } = chat;
  await askForTheme(chat, 'dark');
  await inEachScheme(async (scheme) => {
    await setScheme(page, app, scheme);
    const approval = await groundsOf(page, '[data-slot="tool-approval"]');
    expect(approval.part.borderWidth, 'the box has a border').toBeGreaterThanOrEqual(1);
    expect(contrast(over(approval.part.borderColour, approval.ground), approval.behind)).toBeGreaterThan(1.3);
    const approve = await groundsOf(page, '[data-slot="tool-approval-approve"]');
    expect(contrast(approve.ground, approve.behind), 'the button to press is filled').toBeGreaterThan(4.5);
    await expectLegible(page);
  });
  await setScheme(page, app, 'light');
  await approveButton(chat).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chat.settled();
  await expectLegible(page);
  // The other way round: the tool's light in a page that is dark.
  await setScheme(page, app, 'dark');
  await page.locator('html').evaluate((root) => root.setAttribute('data-theme', 'light'));
  await expectLegible(page);
});

/** A part's ground, and what is right behind the part. */
async function groundsOf(page: Page, selector: string) {
  const part = await paintedPart(page, selector);
  return { part, ground: flatten(part.grounds), behind: flatten(part.grounds.slice(1)) };
}

async function expectLegible(page: Page): Promise<void> {
  const words = await paintedWords(page, '[data-slot="thread"]');
  expect(words.length).toBeGreaterThan(5);
  const faint = words
    .map(({ label, colour, grounds }) => {
      const ground = flatten(grounds);
      return { label, contrast: contrast(over(colour, ground), ground) };
    })
    .filter((word) => word.contrast < 4.5);
  expect(faint).toEqual([]);
}
