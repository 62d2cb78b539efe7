import '../styles.css';
import { ThreadkitProvider } from '@threadkit/react';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../stories/in-page.tsx';
import { aPicture } from '../../stories/sample-files.ts';
import { Chat } from './chat.tsx';

const fromEnd = (): number => {
  const log = page.getByRole('log').element();
  return Math.abs(log.scrollHeight - log.clientHeight - log.scrollTop);
};

test('the end stays in view when an image loads and when the composer grows', async () => {
  const { server, client } = createInPage();
  onTestFinished(() => server.close());
  await render(
    <ThreadkitProvider client={client}>
      <Chat assistantId="asst_demo" style={{ height: 420 }} />
    </ThreadkitProvider>,
  );
  await expect.element(page.getByRole('button', { name: 'Attach files' })).toBeVisible();
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  const choose = async (file: File): Promise<void> => {
    const files = new DataTransfer();
    files.items.add(file);
    if (input) input.files = files.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.element(page.getByRole('list', { name: 'Attached files' })).toBeVisible();
  };
  await choose(await aPicture());
  await expect.element(page.getByRole('button', { name: 'Send' })).toHaveAttribute('data-mode', 'send');
  await page.getByRole('textbox', { name: 'Message' }).fill('What is Threadkit?');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.element(page.getByRole('group', { name: 'Response details' })).toBeInTheDocument();
  const image = page.getByRole('img', { name: 'Attached image' });
  await expect.poll(() => (image.element() as HTMLImageElement).naturalWidth).toBeGreaterThan(0);
  await expect.poll(fromEnd).toBeLessThanOrEqual(1);
  await choose(new File(['a'], 'a.txt', { type: 'text/plain' }));
  await expect.poll(fromEnd).toBeLessThanOrEqual(1);
});
