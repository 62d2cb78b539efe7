import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test.describe(`accessibility, ${colorScheme}, ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('axe finds no violations in an empty thread, with a pending approval and after the response', async ({
        chat,
        page,
      }) => {
        const violations = async () =>
          (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
        await expect(chat.composer).toBeVisible();
        expect(await violations()).toEqual([]);

        await chat.sendMessage('Please change the theme to dark');
        const reject = chat.log.getByRole('button', { name: 'Decline', exact: true });
        await expect(reject).toBeVisible();
        expect(await violations()).toEqual([]);

        await reject.click();
        await chat.waitForRunEnd();
        expect(await violations()).toEqual([]);

        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      });
    });
  }
}
