import { expect, test } from './test.ts';

/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('an image and a file are sent, shown after a reload, and downloaded unchanged', async ({
  chat,
  page,
}) => {
  const table = Buffer.from('region,orders\n'.repeat(200_000));
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach files' }).click(),
  ]);
  await chooser.setFiles([
    { name: 'pixel.png', mimeType: 'image/png', buffer: PIXEL },
    { name: 'orders.csv', mimeType: 'text/csv', buffer: table },
  ]);
  const attached = page.getByRole('list', { name: 'Attached files' });
  await expect(attached).toContainText('2.7 MB');
  await chat.sendMessage('What is this?');
  await expect(attached).toHaveCount(0);
  await chat.waitForRunEnd();

  await page.reload();
  const image = chat.log.getByRole('img', { name: 'Attached image' });
  await expect
    .poll(() => image.evaluate((img) => img instanceof HTMLImageElement && img.complete && img.naturalWidth))
    .toBe(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    chat.log.getByRole('button', { name: /^Download orders\.csv/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('orders.csv');
  const saved: Buffer[] = [];
  for await (const piece of await download.createReadStream()) saved.push(Buffer.from(piece));
  expect(Buffer.concat(saved).equals(table)).toBe(true);
});

test('a file rejected as too large shows the error, and keeps the message in the composer', async ({
  chat,
  page,
}) => {
  await page.route('**/v1/files', (route) =>
    route.fulfill({
      status: 413,
      json: {
        error: { message: 'File too large. Expected at most 10 bytes.', type: 'invalid_request_error' },
      },
    }),
  );
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach files' }).click(),
  ]);
  await chooser.setFiles([{ name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\n') }]);
  await expect(page.getByText('Not sent. File too large. Expected at most 10 bytes.')).toBeVisible();
  await chat.composer.fill('Look at this');
  await chat.composer.press('Enter');
  await expect(chat.composer).toHaveValue('Look at this');
  await page.getByRole('button', { name: 'Remove notes.md' }).click();
  await chat.composer.press('Enter');
  await chat.waitForRunEnd();
});
