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

/** A part's ground, and what is right behind the part. */
async function groundsOf(page: Parameters<typeof paintedPart>[0], selector: string) {
  const part = await paintedPart(page, selector);
  return { part, ground: flatten(part.grounds), behind: flatten(part.grounds.slice(1)) };
}

const bubble = '[data-slot="message"][data-role="user"] [data-slot="message-text"]';

for (const scheme of schemes) {
  test(`${scheme}: bubble, composer, buttons and the box that asks are drawn`, async ({ chat, app }) => {
    const { page } = chat;
    await setScheme(page, app, scheme);
    await askForProse(chat);

    const asked = await groundsOf(page, bubble);
    expect(contrast(asked.ground, asked.behind), 'the bubble stands out').toBeGreaterThan(1.05);
    expect(asked.part.radius, 'the bubble is round').toBeGreaterThanOrEqual(8);

    const box = await groundsOf(page, '[data-slot="composer-box"]');
    expect(box.part.borderWidth, "the composer's border").toBeGreaterThanOrEqual(1);
    expect(contrast(over(box.part.borderColour, box.ground), box.ground)).toBeGreaterThan(1.15);
    expect(box.part.background[3], 'the composer has a ground').toBe(1);
    expect(box.part.radius, 'the composer is round').toBeGreaterThanOrEqual(8);

    await chat.composer.fill('One more thing');
    await expect(chat.send).toBeEnabled();
    await expect(async () => {
      const send = await groundsOf(page, '[data-slot="composer-send"]');
      expect(contrast(send.ground, box.ground), 'the send button is filled').toBeGreaterThan(4.5);
      expect(contrast(send.part.colour, send.ground), 'its arrow is seen').toBeGreaterThan(4.5);
    }).toPass();
    await chat.composer.fill('');

    await askForTheme(chat, 'light');
    const approval = await groundsOf(page, '[data-slot="tool-approval"]');
    expect(approval.part.borderWidth, 'the box that asks has a border').toBeGreaterThanOrEqual(1);
    expect(contrast(over(approval.part.borderColour, approval.ground), approval.behind)).toBeGreaterThan(1.3);
    const approve = await groundsOf(page, '[data-slot="tool-approval-approve"]');
    expect(contrast(approve.ground, approve.behind), 'the button to press is filled').toBeGreaterThan(4.5);
  });

  test(`${scheme}: every word has a contrast of 4.5 or more`, async ({ chat, app }) => {
    await setScheme(chat.page, app, scheme);
    await askForProse(chat);
    await askForTheme(chat, 'light');
    await expectLegible(chat.page);
  });
}

test('the page stays legible when the tool has changed the theme', async ({ chat, app }) => {
  for (const theme of ['dark', 'light'] as const) {
    await askForTheme(chat, theme);
    await approveButton(chat).click();
    await expect(chat.page.locator('html')).toHaveAttribute('data-theme', theme);
    await chat.settled();
    await expectLegible(chat.page);
  }
  // The other way round: light by the tool in a dark page.
  await setScheme(chat.page, app, 'dark' satisfies Scheme);
  await chat.page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light';
  });
  await expectLegible(chat.page);
});

async function expectLegible(page: Parameters<typeof paintedWords>[0]): Promise<void> {
  // Colours may take a moment to change; what they end at counts.
  await expect(async () => {
    const words = await paintedWords(page, '[data-slot="thread"]');
    expect(words.length).toBeGreaterThan(5);
    const faint = words
      .map(({ label, colour, grounds }) => {
        const ground = flatten(grounds);
        return { label, contrast: contrast(over(colour, ground), ground) };
      })
      .filter((word) => word.contrast < 4.5);
    expect(faint).toEqual([]);
  }).toPass({ timeout: 5_000 });
}
