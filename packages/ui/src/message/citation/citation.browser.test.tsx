import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CitationChip } from './citation-chip.tsx';

const citation = { number: 1, id: 'file_1', name: 'handbook.md', quote: 'Paid within 14 days.' };
const chip = page.getByRole('button', { name: 'Source 1: handbook.md' });
const card = page.getByRole('tooltip');

test('the pointer can go on from the number to its card; away from both the card closes', async () => {
  await render(
    <>
      <p style={{ marginTop: 200 }}>
        Paid back <CitationChip citation={citation} />
      </p>
      <button type="button">Elsewhere</button>
    </>,
  );
  await chip.hover();
  await expect.element(card).toBeVisible();
  await card.hover();
  await expect.element(card).toBeVisible();
  await page.getByRole('button', { name: 'Elsewhere' }).hover();
  await expect.element(card).not.toBeInTheDocument();
});

test('Escape that ends a composition leaves the card open and reaches the field', async () => {
  const onKeyDown = vi.fn<() => void>();
  await render(
    <>
      <CitationChip citation={citation} />
      <input aria-label="Reply" onKeyDown={onKeyDown} />
    </>,
  );
  await chip.hover();
  await expect.element(card).toBeVisible();
  page
    .getByRole('textbox', { name: 'Reply' })
    .element()
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }));
  expect(onKeyDown).toHaveBeenCalledOnce();
  await expect.element(card).toBeVisible();
});

test('Escape closes the card and reaches nobody else; a press elsewhere closes it too', async () => {
  const onKeyDown = vi.fn<() => void>();
  await render(
    <div onKeyDown={onKeyDown}>
      <CitationChip citation={citation} />
      <p>Elsewhere</p>
    </div>,
  );
  await userEvent.keyboard('{Tab}');
  await expect.element(card).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(card).not.toBeInTheDocument();
  expect(onKeyDown).not.toHaveBeenCalled();
  await chip.click();
  await expect.element(card).toBeVisible();
  await page.getByText('Elsewhere').click();
  await expect.element(card).not.toBeInTheDocument();
});
