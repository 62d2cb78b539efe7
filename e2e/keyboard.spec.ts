import { SOME_WORDS } from '@threadkit/testing';
import { expect, test } from './test.ts';

test.use({ viewport: { width: 1280, height: 900 } });

test('sending, editing tool arguments, opening a step, copying code and stopping work with the keyboard alone', async ({
  chat,
  page,
  context,
  server,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { keyboard } = page;
  const focused = page.locator(':focus');

  /** Presses Tab until the named element has the focus. Shift+Tab from the composer reaches the newest message first. */
  const tabTo = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Shift+Tab'): Promise<void> => {
    const seen: string[] = [];
    for (let stops = 0; stops < 60; stops += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one key press after another
      await keyboard.press(key);
      // oxlint-disable-next-line no-await-in-loop -- see above
      const label = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
      });
      seen.push(label.slice(0, 30));
      if (typeof name === 'string' ? label === name : name.test(label)) return;
    }
    throw new Error(`No tab stop is named ${String(name)}: ${seen.join(' · ')}`);
  };

  // Send. Tab from the start of the page.
  await tabTo('Message', 'Tab');
  await keyboard.type('Please change the theme to dark');
  await keyboard.press('Enter');

  // Approve with edited arguments. The approval takes the focus.
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
  await chat.waitForRunEnd();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

  // Open the step of the tool call. The focus has returned to the composer.
  await expect(chat.composer).toBeFocused();
  await tabTo(/^Change theme/);
  await keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('group', { name: 'Arguments' })).toContainText('light');

  // Copy a code block.
  await chat.composer.focus();
  await keyboard.type('Show me some code');
  await keyboard.press('Enter');
  await chat.waitForRunEnd();
  await tabTo('Copy code');
  await keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-label', 'Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('import');

  // Stop.
  await server.closeGate(SOME_WORDS);
  await chat.composer.focus();
  await keyboard.type('Tell me something long');
  await keyboard.press('Enter');
  await expect(chat.assistantMessages).toHaveCount(3);
  await chat.waitForPausedResponse();
  await keyboard.press('Escape');
  await expect(page.getByText('You stopped this response.', { exact: true })).toBeVisible();
  await expect(chat.composer).toBeFocused();
});
