import '../styles.css';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { makeThreads, Scene, type ThreadToMake } from '../../stories/threads-fixture.tsx';
import { VISITED_ON } from './last-visit.ts';
import { ThreadList } from './thread-list.tsx';

const onSelect = vi.fn<(threadId: string) => void>();
const onNew = vi.fn<() => void>();

const row = (name: string) => page.getByRole('button', { name, exact: true });

/** Renders a list of the threads; `open` is the index of the open one. */
async function show(threads: readonly ThreadToMake[], open?: number) {
  onSelect.mockClear();
  onNew.mockClear();
  const requests: string[] = [];
  const network = { isBroken: false };
  const { client, ids } = await makeThreads(threads, {
    intercept: (request, next) => {
      if (network.isBroken) return Promise.reject(new TypeError('Failed to fetch'));
      requests.push(`${request.method} ${new URL(request.url).pathname.replace('/v1', '')}`);
      return next(request);
    },
  });
  const list = (
    <Scene client={client}>
      <ThreadList threadId={open === undefined ? undefined : ids[open]} onSelect={onSelect} onNew={onNew} />
    </Scene>
  );
  requests.length = 0;
  const screen = await render(list);
  await expect.element(row(threads.at(-1)?.title ?? '')).toBeVisible();
  const again = (): Promise<void> => screen.rerender(list);
  return { client, ids, requests, network, again, id: (index: number): string => ids[index] ?? '' };
}

const three: readonly ThreadToMake[] = [
  { title: 'Third', hoursAgo: 60, metadata: { team: 'ops' } },
  { title: 'Second', hoursAgo: 30 },
  { title: 'First', hoursAgo: 1 },
];

describe('the keyboard', () => {
  test('Tab reaches one row, and arrows, Home and End move through the rows of all days', async () => {
    await show(three, 1);
    await page.getByRole('searchbox').click();
    await userEvent.keyboard('{Tab}');
    await expect.element(row('Second')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(row('Third')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(row('Third')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(row('First')).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowUp}');
    await expect.element(row('Second')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledOnce();
  });

  test('Tab reaches the actions of the current row only', async () => {
    await show(three, 1);
    await page.getByRole('searchbox').click();
    await userEvent.keyboard('{Tab}{Tab}');
    await expect.element(page.getByRole('button', { name: 'Rename Second' })).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('button', { name: 'Delete Second' })).toHaveFocus();
  });
});

describe('renaming', () => {
  test('renaming keeps the other keys of the thread’s metadata', async () => {
    const { client, id } = await show(three);
    await row('Third').click();
    await userEvent.keyboard('{F2}Ops{Enter}');
    await expect.element(row('Ops')).toHaveFocus();
    await expect
      .poll(async () => (await client.getThread(id(0))).metadata)
      .toEqual({ team: 'ops', title: 'Ops' });
  });

  test('Escape discards the new title without a request', async () => {
    const { requests } = await show(three);
    await row('First').click();
    requests.length = 0;
    await userEvent.keyboard('{F2}Something else{Escape}');
    await expect.element(row('First')).toHaveFocus();
    expect(requests).toEqual([]);
  });

  test('Escape during an IME composition changes neither the title field nor the search field', async () => {
    await show(three);
    const escape = (field: Element): boolean =>
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, cancelable: true }),
      );
    await page.getByRole('searchbox').fill('ir');
    expect(escape(page.getByRole('searchbox').element())).toBe(true);
    await expect.element(page.getByRole('searchbox')).toHaveValue('ir');
    await row('First').click();
    await userEvent.keyboard('{F2}Something else');
    const title = page.getByRole('textbox', { name: 'Title' });
    expect(escape(title.element())).toBe(true);
    await expect.element(title).toHaveValue('Something else');
  });

  test('blur saves the new title and does not move the focus back', async () => {
    const { client, id } = await show(three);
    await row('First').click();
    await userEvent.keyboard('{F2}Kept');
    await page.getByRole('searchbox').click();
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await expect.poll(async () => (await client.getThread(id(2))).metadata?.['title']).toBe('Kept');
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
  });

  test('an empty title removes it, and the row shows the date of creation', async () => {
    const { client, id } = await show(three);
    await row('First').click();
    await userEvent.keyboard('{F2}{Delete}{Enter}');
    await expect.element(page.getByRole('button', { name: /^Thread from Nov 25, 2026/ })).toBeVisible();
    await expect.poll(async () => (await client.getThread(id(2))).metadata).toEqual({});
  });
});

describe('deleting', () => {
  test('deleting asks for confirmation; Escape and "Cancel" keep the thread', async () => {
    const { requests } = await show(three);
    await row('First').click();
    requests.length = 0;
    await userEvent.keyboard('{Delete}{Escape}');
    await expect.element(row('First')).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(row('First')).toHaveFocus();
    expect(requests).toEqual([]);
  });

  test('a second press of Delete does not confirm the deletion', async () => {
    const { requests } = await show(three);
    await row('First').click();
    requests.length = 0;
    await userEvent.keyboard('{Delete}{Delete}{Enter}');
    expect(requests).toEqual([]);
  });

  test('deleting the last row moves the focus to the button for a new thread', async () => {
    await show([{ title: 'Only', hoursAgo: 0 }]);
    await row('Only').click();
    await userEvent.keyboard('{Delete}');
    await row('Delete').click();
    await expect.element(page.getByText('No threads yet.')).toBeVisible();
    await expect.element(row('New thread')).toHaveFocus();
    expect(onNew).not.toHaveBeenCalled();
  });

  test('a thread that cannot be deleted stays and shows the error', async () => {
    const { network } = await show(three);
    network.isBroken = true;
    await row('Second').click();
    await userEvent.keyboard('{Delete}');
    await row('Delete').click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'Could not delete. The server could not be reached, or it does not allow requests from this page. Try again later.',
      );
    await expect.element(row('Second')).toBeVisible();
  });

  test('a thread that was deleted elsewhere leaves the list without an error when it is deleted here', async () => {
    // Already opened today, so that no visit is written: its response would report the deletion first.
    const second = { title: 'Second', hoursAgo: 30, metadata: { [VISITED_ON]: '2026-11-25' } };
    const { client, id } = await show(
      [{ title: 'Third', hoursAgo: 60 }, second, { title: 'First', hoursAgo: 1 }],
      1,
    );
    await client.deleteThread(id(1));
    await row('Second').click();
    await userEvent.keyboard('{Delete}');
    await row('Delete').click();
    await expect.element(row('Second')).not.toBeInTheDocument();
    await expect.poll(() => onNew.mock.calls.length).toBe(1);
  });
});

describe('in a popover', () => {
  const list = page.getByRole('navigation');

  test('a thread list in a popover starts closed, and Escape in one of its fields does not close it', async () => {
    const { client } = await makeThreads(three);
    await render(
      <Scene client={client}>
        <button type="button" popoverTarget="floating">
          Open
        </button>
        <ThreadList id="floating" popover="auto" onSelect={onSelect} onNew={onNew} />
      </Scene>,
    );
    await expect.element(list).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Open' }).click();
    await row('First').click();
    await userEvent.keyboard('{F2}Another{Escape}');
    await expect.element(row('First')).toHaveFocus();
    await userEvent.keyboard('{Delete}{Escape}');
    await expect.element(row('First')).toHaveFocus();
    await page.getByRole('searchbox').fill('third');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('searchbox')).toHaveValue('');
    await userEvent.keyboard('{Escape}');
    await expect.element(list).not.toBeInTheDocument();
  });
});

describe('the day of the last visit', () => {
  test('the last visit is written once for the open thread, which moves to today', async () => {
    const { client, id, requests, again } = await show(three, 0);
    await expect
      .poll(async () => (await client.getThread(id(0))).metadata)
      .toEqual({
        team: 'ops',
        title: 'Third',
        [VISITED_ON]: '2026-11-25',
      });
    await expect.element(page.getByRole('region', { name: 'Today' })).toHaveTextContent('TodayFirstThird');
    await again();
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([`POST /threads/${id(0)}`]);
  });

  test('the last visit is not written for a thread created today', async () => {
    const { requests, again } = await show(three, 2);
    await again();
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });
});
