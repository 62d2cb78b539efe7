import '../../styles.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import * as Thread from '../../thread/index.ts';
import { KeyValueList } from './key-value-list.tsx';

const items = [
  { label: 'release', value: '2026.11.18-1', previousValue: '2026.11.19-3' },
  { label: 'to', value: 'checkout-api' },
];

async function renderChange(dir: 'ltr' | 'rtl') {
  const { container } = await render(
    <div dir={dir} style={{ width: 600 }}>
      <Thread.Root>
        <KeyValueList items={items} />
      </Thread.Root>
    </div>,
  );
  const boxes = (selector: string): DOMRect[] =>
    [...container.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
  /** The x coordinates of the old value, the arrow and the new value. */
  const order = ['s', '[data-slot="key-value-arrow"]', 'bdi']
    .flatMap((selector) => boxes(selector))
    .map(({ x }) => x);
  const arrow = container.querySelector('[data-slot="key-value-arrow"]');
  return { order, isMirrored: arrow !== null && getComputedStyle(arrow).scale === '-1 1' };
}

test('the old value precedes the new value in a left-to-right page', async () => {
  const { order, isMirrored } = await renderChange('ltr');
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(isMirrored).toBe(false);
});

test('the old value precedes the new value in a right-to-left page, with a mirrored arrow', async () => {
  const { order, isMirrored } = await renderChange('rtl');
  expect(order).toEqual(order.toSorted((one, other) => other - one));
  expect(isMirrored).toBe(true);
});
