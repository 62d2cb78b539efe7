import type { Page } from '@playwright/test';
import {
  approveButton,
  expect,
  requestProseResponse,
  requestThemeChange,
  type Scheme,
  schemes,
  setScheme,
  test,
} from './app-test.ts';
import { contrast, flatten, over, paintedPart, paintedTexts } from './painted-colors.ts';

const inEachScheme = async (check: (scheme: Scheme) => Promise<void>): Promise<void> => {
  for (const scheme of schemes) await test.step(scheme, () => check(scheme));
};

test('bubble, composer and send button are visible and all text is legible after a response, light and dark', async ({
  chat,
  app,
}) => {
  const { page } = chat;
  await requestProseResponse(chat);
  await chat.composer.fill('One more thing');
  await expect(chat.sendButton).toBeEnabled();
  await inEachScheme(async (scheme) => {
    await setScheme(page, app, scheme);
    const bubble = await readPart(page, '[data-slot="message"][data-role="user"] [data-slot="message-text"]');
    expect(contrast(bubble.background, bubble.behind), 'the bubble contrasts with the page').toBeGreaterThan(
      1.05,
    );
    expect(bubble.part.radius, 'the bubble has round corners').toBeGreaterThanOrEqual(8);

    const box = await readPart(page, '[data-slot="composer-box"]');
    expect(box.part.borderWidth, "the composer's border").toBeGreaterThanOrEqual(1);
    expect(contrast(over(box.part.borderColor, box.background), box.background)).toBeGreaterThan(1.15);
    expect(box.part.background[3], 'the composer has an opaque background').toBe(1);
    expect(box.part.radius, 'the composer has round corners').toBeGreaterThanOrEqual(8);

    const send = await readPart(page, '[data-slot="composer-send"]');
    expect(contrast(send.background, box.background), 'the send button is filled').toBeGreaterThan(4.5);
    expect(
      contrast(send.part.color, send.background),
      'the arrow of the send button is visible',
    ).toBeGreaterThan(4.5);

    await expectLegible(page);
  });
});

test('the approval box is visible and all text is legible before and after the tool changes the theme, light and dark', async ({
  chat,
  app,
}) => {
  const { page } = chat;
  await requestThemeChange(chat, 'dark');
  await inEachScheme(async (scheme) => {
    await setScheme(page, app, scheme);
    const approval = await readPart(page, '[data-slot="tool-approval"]');
    expect(approval.part.borderWidth, 'the approval box has a border').toBeGreaterThanOrEqual(1);
    expect(contrast(over(approval.part.borderColor, approval.background), approval.behind)).toBeGreaterThan(
      1.3,
    );
    const approve = await readPart(page, '[data-slot="tool-approval-approve"]');
    expect(contrast(approve.background, approve.behind), 'the approve button is filled').toBeGreaterThan(4.5);
    await expectLegible(page);
  });
  await setScheme(page, app, 'light');
  await approveButton(chat).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chat.waitForRunEnd();
  await expectLegible(page);
  // The reverse: the tool sets light in a dark page.
  await setScheme(page, app, 'dark');
  await page.locator('html').evaluate((root) => root.setAttribute('data-theme', 'light'));
  await expectLegible(page);
});

/** Reads a part with its opaque background and the opaque background behind it. */
async function readPart(page: Page, selector: string) {
  const part = await paintedPart(page, selector);
  return { part, background: flatten(part.backgrounds), behind: flatten(part.backgrounds.slice(1)) };
}

async function expectLegible(page: Page): Promise<void> {
  const texts = await paintedTexts(page, '[data-slot="thread"]');
  expect(texts.length).toBeGreaterThan(5);
  const faint = texts
    .map(({ label, color, backgrounds }) => {
      const background = flatten(backgrounds);
      return { label, contrast: contrast(over(color, background), background) };
    })
    .filter((text) => text.contrast < 4.5);
  expect(faint).toEqual([]);
}
