import { eventually } from '@threadkit/testing/eventually';
import '../../styles.css';
import { type ReactElement, useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { LongListRow } from './group-rows.ts';
import { LongList } from './long-list.tsx';
import type { TextRow } from './text-rows.tsx';

const rowsFrom = (from: number, to: number): LongListRow[] =>
  Array.from({ length: to - from }, (_, index) => ({ key: `row ${from + index}.` }));

/** A row that is higher than its plain text and has state. */
function Full({ name }: { name: string }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <div data-testid="full" style={{ minHeight: 90 }}>
      <button type="button" data-state={isOpen ? 'open' : 'closed'} onClick={() => setOpen(true)}>
        {`Open ${name}`}
      </button>
      {isOpen && <p>{`Inside ${name}`}</p>}
    </div>
  );
}

const getTextRow = ({ key }: LongListRow): TextRow => ({ text: key });

function List({ rows }: { rows: readonly LongListRow[] }): ReactElement {
  return (
    <div data-testid="scroller" style={{ height: 300, overflowY: 'auto' }}>
      <LongList rows={rows} renderRow={({ key }) => <Full name={key} />} getTextRow={getTextRow} />
    </div>
  );
}

const scroller = (): HTMLElement => page.getByTestId('scroller').element() as HTMLElement;
const renderedRows = (): HTMLElement[] => page.getByTestId('full').elements() as HTMLElement[];
const text = (): string => scroller().textContent;
const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Scrolls like a user: a wheel event, then the scroll. */
function scrollTo(top: number): void {
  scroller().dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
  scroller().scrollTop = top;
}

/** Renders 400 rows and scrolls to the middle. */
async function renderManyRows() {
  const rows = rowsFrom(0, 400);
  const screen = await render(<List rows={rows} />);
  await eventually(() => expect(text()).toContain('row 0.'));
  await eventually(() => expect(scroller().scrollHeight).toBeGreaterThan(20_000));
  scrollTo(scroller().scrollHeight / 2);
  await eventually(() => expect(seenRow()).toBeDefined());
  return { ...screen, rows };
}

/** The rendered row at the top edge of the viewport. */
function seenRow(): HTMLElement | undefined {
  const { top, bottom } = scroller().getBoundingClientRect();
  return renderedRows().find((row) => {
    const rect = row.getBoundingClientRect();
    return rect.top >= top && rect.bottom <= bottom;
  });
}

test('only rows near the viewport are rendered, all others are plain text', async () => {
  await renderManyRows();
  expect(renderedRows().length).toBeLessThan(60);
  for (const number of [0, 57, 200, 399]) expect(text()).toContain(`row ${number}.`);
});

test('the last rows are rendered first', () => {
  const html = renderToStaticMarkup(<List rows={rowsFrom(0, 400)} />);
  expect(html).toContain('Open row 399.');
  expect(html).not.toContain('row 0.');
});

test('rows in view do not move while rows around them are rendered or become text', async () => {
  await renderManyRows();
  for (let step = 0; step < 40; step += 1) {
    const row = seenRow();
    const before = row?.getBoundingClientRect().top ?? 0;
    const from = scroller().scrollTop;
    scrollTo(from - 70);
    // oxlint-disable-next-line no-await-in-loop -- scrolls once per frame
    await frame();
    const moved = (row?.getBoundingClientRect().top ?? 0) - before;
    if (row?.isConnected) expect(Math.abs(moved - 70)).toBeLessThanOrEqual(1);
  }
});

test('an expanded row stays expanded after scrolling away and back', async () => {
  await renderManyRows();
  const row = seenRow();
  const name = row?.querySelector('button')?.textContent.replace('Open ', '') ?? '';
  await userEvent.click(page.getByRole('button', { name: `Open ${name}` }));
  const { scrollTop } = scroller();
  scrollTo(0);
  await eventually(() => expect(text()).toContain('Open row 0.'));
  scrollTo(scrollTop);
  await expect.element(page.getByText(`Inside ${name}`)).toBeVisible();
  expect(row?.isConnected).toBe(true);
});

test('a selection is kept while scrolling', async () => {
  await renderManyRows();
  const row = seenRow();
  if (row) getSelection()?.selectAllChildren(row);
  const selected = getSelection()?.toString();
  expect(selected).toContain('Open row');
  scrollTo(0);
  await eventually(() => expect(text()).toContain('Open row 0.'));
  expect(getSelection()?.toString()).toBe(selected);
  getSelection()?.removeAllRanges();
});

test('a row found by find in page stays rendered until the next input', async () => {
  await renderManyRows();
  await frame();
  // Like find in page: selects the text and scrolls to it without a preceding input event.
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockReturnValue(performance.now() + 60_000);
  const find = (window as unknown as { find(words: string): boolean }).find.bind(window);
  getSelection()?.removeAllRanges();
  expect(find('row 13.')).toBe(true);
  const found = getSelection()?.anchorNode?.parentElement;
  expect(found?.textContent).toBe('row 13.');
  found?.scrollIntoView({ block: 'center' });
  for (let count = 0; count < 5; count += 1) {
    // oxlint-disable-next-line no-await-in-loop -- waits for the following frames
    await frame();
  }
  expect(getSelection()?.toString()).toBe('row 13.');
  getSelection()?.removeAllRanges();
  await frame();
  await frame();
  expect(found?.isConnected).toBe(true);

  vi.restoreAllMocks();
  scrollTo(scroller().scrollTop + 1);
  await eventually(() => expect(text()).toContain('Open row 13.'));
});

test('rows added at either end remount no other row', async () => {
  const { rerender, rows } = await renderManyRows();
  // Rows further away may become text again in the meantime.
  const { top: edge, height } = scroller().getBoundingClientRect();
  const before = new Set(
    renderedRows().filter((row) => Math.abs(row.getBoundingClientRect().top - edge) < height),
  );
  expect(before.size).toBeGreaterThan(3);
  const top = seenRow()?.getBoundingClientRect().top;
  await rerender(<List rows={[...rowsFrom(-50, 0), ...rows, ...rowsFrom(400, 420)]} />);
  await frame();
  expect(renderedRows().filter((row) => before.has(row)).length).toBe(before.size);
  expect(text()).toContain('row -50.');
  expect(seenRow()?.getBoundingClientRect().top).toBe(top);
});

test('a new list replaces the previous one', async () => {
  const { rerender } = await renderManyRows();
  await rerender(<List rows={rowsFrom(1000, 1400)} />);
  await eventually(() => expect(text()).toContain('row 1000.'));
  expect(text()).not.toContain('row 0.');
  scrollTo(scroller().scrollHeight);
  await eventually(() => expect(text()).toContain('Open row 1399.'));
});
