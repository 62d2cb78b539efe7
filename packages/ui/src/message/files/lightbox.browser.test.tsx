import '../../styles.css';
import { useRef, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import Lightbox from './lightbox.tsx';

const behind = vi.fn<() => void>();
beforeEach(() => behind.mockClear());

function Opener() {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- like the chat, which stops runs on Escape
    <div onKeyDown={behind}>
      <button ref={opener} type="button" onClick={() => setIsOpen(true)}>
        Open
      </button>
      {isOpen && (
        <Lightbox
          imageRef={null}
          alt="A chart"
          closeLabel="Close"
          closeIcon="×"
          opener={opener}
          onClose={() => setIsOpen(false)}
        />
      )}
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

test('Escape closes the lightbox without reaching other handlers and returns the focus to the opener', async () => {
  await open();
  await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus();
  behind.mockClear();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  expect(behind).not.toHaveBeenCalled();
});

test('a click beside the image closes the lightbox, a click on the image does not', async () => {
  await open();
  await page.getByRole('img', { name: 'A chart' }).click({ force: true });
  await expect.element(dialog).toBeVisible();
  await dialog.click({ position: { x: 4, y: 4 } });
  await expect.element(dialog).not.toBeInTheDocument();
});

test('the lightbox traps the focus, hides the page from assistive technology and locks no scrolling by a style element', async () => {
  const styles = document.querySelectorAll('style').length;
  await open();
  await userEvent.keyboard('{Tab}{Tab}');
  await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus();
  await expect.element(opener).not.toBeInTheDocument();
  expect(document.querySelectorAll('style')).toHaveLength(styles);
  expect(dialog.element().matches(':popover-open')).toBe(true);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(opener).toHaveFocus();
});
