import { SOME_WORDS } from '@threadkit/testing';
import { expect, test } from './test.ts';

test.use({ viewport: { width: 1280, height: 900 } });

test('a person with a keyboard sends, changes what a tool would do, opens a step, copies code and stops', async ({
  chat,
  page,
  context,
  server,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { keyboard } = page;
  const focused = page.locator(':focus');

  /** Tab, until this has the focus; backwards from the composer what was said last comes first. */
  const tabTo = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Shift+Tab'): Promise<void> => {
    const seen: string[] = [];
    for (let stops = 0; stops < 60; stops += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one stop after another
      await keyboard.press(key);
      // oxlint-disable-next-line no-await-in-loop -- see above
      const label = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
      });
      seen.push(label.slice(0, 30));
      if (typeof name === 'string' ? label === name : name.test(label)) return;
    }
    throw new Error(`No stop of the Tab key is called ${String(name)}: ${seen.join(' · ')}`);
  };

  // Send. The composer is where a page begins.
  await tabTo('Message', 'Tab');
  await keyboard.type('Please change the theme to dark');
  await keyboard.press('Enter');

  // Approve, with other arguments: the focus goes to the question by itself.
  await expect(page.getByRole('region', { name: 'Switch this page to the dark theme?' })).toBeFocused();
  await tabTo('Edit', 'Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'theme' })).toBeFocused();
  await keyboard.press('Home');
  await keyboard.press('Tab');
  await expect(focused).toHaveText('Save changes');
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Switch this page to the light theme?' })).toBeVisible();
  await tabTo('Change theme', 'Tab');
  await keyboard.press('Enter');
  await chat.settled();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

  // Open the step that came of it. The keyboard is back where one writes.
  await expect(chat.composer).toBeFocused();
  await tabTo(/^Change theme/);
  await keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('group', { name: 'Arguments' })).toContainText('light');

  // Copy a code block.
  await chat.composer.focus();
  await keyboard.type('Show me some code');
  await keyboard.press('Enter');
  await chat.settled();
  await tabTo('Copy code');
  await keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-label', 'Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('import');

  // Stop.
  await server.closeGate(SOME_WORDS);
  await chat.composer.focus();
  await keyboard.type('Tell me something long');
  await keyboard.press('Enter');
  await expect(chat.answers).toHaveCount(3);
  await chat.held();
  await keyboard.press('Escape');
  await expect(page.getByText('You stopped this response.', { exact: true })).toBeVisible();
  await expect(chat.composer).toBeFocused();
});
