import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Lightbox } from './lightbox.tsx';

const behind = vi.fn<() => void>();
beforeEach(() => behind.mockClear());

function Opener() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for the chat, which stops runs on Escape
    <div onKeyDown={behind}>
      <button type="button" onClick={() => setIsOpen(true)}>
        Open
      </button>
      {isOpen && <Lightbox image={new Blob()} alt="A chart" onClose={() => setIsOpen(false)} />}
    </div>
  );
}

const opener = page.getByRole('button', { name: 'Open' });
const dialog = page.getByRole('dialog', { name: 'A chart' });

async function open(): Promise<void> {
  await render(<Opener />);
  await opener.click();
  await expect.element(dialog).toBeVisible();
}

test('Escape closes it, is nobody else’s, and the focus goes back', async () => {
  await open();
  await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus();
  behind.mockClear();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  expect(behind).not.toHaveBeenCalled();
});

test('a click beside the image closes it, one on it does not', async () => {
  await open();
  await page.getByRole('img', { name: 'A chart' }).click({ force: true });
  await expect.element(dialog).toBeVisible();
  await dialog.click({ position: { x: 4, y: 4 } });
  await expect.element(dialog).not.toBeInTheDocument();
});
