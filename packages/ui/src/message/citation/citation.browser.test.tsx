import '../../styles.css';
import type { CSSProperties } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CitationChip } from './citation-chip.tsx';

const citation = {
  number: 1,
  id: 'file_1',
  name: 'handbook.md',
  quote: 'Paid within 14 days.',
  marker: '【4:0†handbook.md】',
};
const chip = page.getByRole('button', { name: 'Source 1: handbook.md' });
const card = page.getByRole('tooltip');

test('the card stays open while the pointer moves from the number to the card, and closes when it leaves both', async () => {
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

test('Escape during an IME composition leaves the card open and reaches the text field', async () => {
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

test('Escape closes the card without reaching other handlers, and so does a press outside', async () => {
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

const rectOf = (selector: string): DOMRect =>
  document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();

/** Hovers a chip at a fixed place and returns the rectangles of chip and card once the card is placed. */
async function placeAt(style: CSSProperties, dir: 'ltr' | 'rtl' = 'ltr') {
  await page.viewport(600, 400);
  await render(
    <div data-slot="message" dir={dir} style={{ position: 'fixed', overflow: 'hidden', ...style }}>
      <CitationChip citation={{ ...citation, quote: 'word '.repeat(60) }} />
    </div>,
  );
  await chip.hover();
  await expect.element(card).toBeVisible();
  await expect.poll(() => rectOf('[data-slot="citation-card"]').top).toBeGreaterThanOrEqual(0);
  return { chip: rectOf('[data-slot="citation"]'), card: rectOf('[data-slot="citation-card"]') };
}

test('the card is below its chip with the text aligned, and is not clipped by ancestors', async () => {
  const { chip: from, card: to } = await placeAt({ left: 100, top: 100 });
  expect(to.top).toBeCloseTo(from.bottom + 6, 0);
  expect(to.left).toBeCloseTo(from.left - 12, 0);
  expect(document.elementFromPoint(to.left + 20, to.bottom - 5)?.closest('[role="tooltip"]')).not.toBeNull();
});

test('the card is above its chip where there is more room', async () => {
  const { chip: from, card: to } = await placeAt({ left: 100, bottom: 20 });
  expect(to.bottom).toBeCloseTo(from.top - 6, 0);
});

test('the card keeps a distance of 8 pixels to the edges of the window', async () => {
  const { card: right } = await placeAt({ right: 0, top: 100 });
  expect(right.right).toBeCloseTo(document.documentElement.clientWidth - 8, 0);
});

test('the card is aligned to the other side of its chip in right-to-left text', async () => {
  const { chip: from, card: to } = await placeAt({ left: 400, top: 100 }, 'rtl');
  expect(to.right).toBeCloseTo(from.right + 12, 0);
});

// Last: the policy stays on the page.
test('the card breaks no policy against style attributes', async () => {
  const violations: string[] = [];
  const report = ({ violatedDirective }: SecurityPolicyViolationEvent): number =>
    violations.push(violatedDirective);
  document.addEventListener('securitypolicyviolation', report);
  onTestFinished(() => document.removeEventListener('securitypolicyviolation', report));
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "style-src-attr 'none'; style-src-elem 'self'";
  document.head.append(policy);
  await placeAt({ left: 100, top: 100 });
  expect(violations).toEqual([]);
});
