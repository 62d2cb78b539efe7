import '../../styles.css';
import { type ComponentProps, createRef, StrictMode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as Composer from '../index.ts';
import type { Suggestion, SuggestionSource, SuggestionTrigger } from './suggestion.ts';

const onSend = vi.fn<(text: string) => void>();
const onKeyDown = vi.fn<(isTaken: boolean) => void>();
beforeEach(() => {
  onSend.mockClear();
  onKeyDown.mockClear();
});

const field = page.getByRole('textbox', { name: 'Message' });
const list = page.getByRole('listbox');
const marked = page.getByRole('option', { selected: true });
const people = ['Ada', 'Alan', 'Grace'].map((label): Suggestion => ({ id: label, label }));

async function show(
  source: Partial<SuggestionSource> = {},
  props: Partial<ComponentProps<typeof Composer.Suggestions>> = {},
): Promise<void> {
  const triggers: SuggestionTrigger[] = [
    { char: '@', label: 'People', items: people, ...source },
    { char: '/', label: 'Commands', at: 'start', items: [{ id: 'sum', label: 'sum' }] },
  ];
  await render(
    <StrictMode>
      <div
        data-slot="thread"
        style={{ paddingTop: 200 }}
        onKeyDown={(event) => event.key === 'Escape' && onKeyDown(event.defaultPrevented)}
      >
        <Composer.Root onSend={onSend}>
          <Composer.Box>
            <Composer.Input />
            <Composer.Send />
          </Composer.Box>
          <Composer.Suggestions triggers={triggers} {...props} />
        </Composer.Root>
      </div>
    </StrictMode>,
  );
  await field.click();
}

test('the text field references the list and its active option while the list is open', async () => {
  await show();
  await userEvent.keyboard('@');
  await expect.element(marked).toHaveTextContent('Ada');
  const popup = field.element();
  expect(popup.getAttribute('aria-controls')).toBe(list.element().id);
  await expect.element(field).toHaveAttribute('aria-activedescendant', marked.element().id);
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(marked).toHaveTextContent('Grace');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(marked).toHaveTextContent('Alan');
  await expect.element(field).toHaveAttribute('aria-activedescendant', marked.element().id);
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveValue('@Alan ');
  await expect.element(list).not.toBeInTheDocument();
  await expect.element(field).not.toHaveAttribute('aria-controls');
  expect(onSend).not.toHaveBeenCalled();
});

test('Tab inserts the active option in the middle of a text and places the caret after it', async () => {
  await show();
  await userEvent.keyboard('Hi  there{ArrowLeft>6}');
  await userEvent.keyboard('@g');
  await expect.element(marked).toHaveTextContent('Grace');
  await userEvent.keyboard('{Tab}!');
  await expect.element(field).toHaveValue('Hi @Grace! there');
  await expect.element(field).toHaveFocus();
});

test('a click on an option inserts it, and the text field keeps the focus', async () => {
  await show();
  await userEvent.keyboard('@');
  await page.getByRole('option', { name: 'Grace' }).click();
  await expect.element(field).toHaveValue('@Grace ');
  await expect.element(field).toHaveFocus();
});

test('Escape closes only the list, which stays closed until another word triggers it', async () => {
  await show();
  await userEvent.keyboard('@a');
  await expect.element(list).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(list).not.toBeInTheDocument();
  expect(onKeyDown.mock.calls).toEqual([[true]]);
  await userEvent.keyboard('d');
  await expect.element(field).toHaveValue('@ad');
  await expect.element(list).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  expect(onKeyDown.mock.lastCall).toEqual([false]);
  await userEvent.keyboard(' @');
  await expect.element(list).toBeVisible();
});

test('an open list ignores keys of an IME composition', async () => {
  await show();
  await userEvent.keyboard('@');
  await expect.element(marked).toHaveTextContent('Ada');
  for (const key of ['Enter', 'ArrowDown', 'Escape', 'Tab']) {
    const event = new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true });
    field.element().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  }
  await expect.element(marked).toHaveTextContent('Ada');
  await expect.element(field).toHaveValue('@');
});

test('Enter sends when nothing matches, and sending closes the list', async () => {
  await show();
  await userEvent.keyboard('@xyz');
  await expect.element(page.getByText('No matches')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(onSend.mock.calls).toEqual([['@xyz']]);
  await expect.element(page.getByText('No matches')).not.toBeInTheDocument();
});

test('Shift+Enter inserts a line break while the list is open', async () => {
  await show();
  await userEvent.keyboard('@');
  await expect.element(list).toBeVisible();
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  await expect.element(field).toHaveValue('@\n');
  await expect.element(list).not.toBeInTheDocument();
});

test('an onPick that returns undefined removes the trigger from the text', async () => {
  const onPick = vi.fn<(item: Suggestion) => string | undefined>();
  await show({ onPick });
  await userEvent.keyboard('Hi @gr');
  await expect.element(marked).toHaveTextContent('Grace');
  await userEvent.keyboard('{Enter}');
  expect(onPick.mock.calls).toEqual([[{ id: 'Grace', label: 'Grace' }]]);
  await expect.element(field).toHaveValue('Hi ');
});

test('a late response is dropped, and its signal was aborted', async () => {
  const requests = new Map<
    string,
    { signal: AbortSignal; resolve: (items: readonly Suggestion[]) => void }
  >();
  await show({
    items: (query, signal) =>
      new Promise((resolve) => {
        requests.set(query, { signal, resolve });
      }),
  });
  await userEvent.keyboard('@');
  await expect.poll(() => requests.has('')).toBe(true);
  await userEvent.keyboard('g');
  await expect.poll(() => requests.has('g')).toBe(true);
  requests.get('g')?.resolve([{ id: 'Grace', label: 'Grace' }]);
  await expect.element(marked).toHaveTextContent('Grace');
  expect(requests.get('')?.signal.aborted).toBe(true);
  requests.get('')?.resolve(people);
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveValue('@Grace ');
});

test('the list closes when the caret or the focus leaves the word', async () => {
  await show();
  await userEvent.keyboard('@a');
  await expect.element(list).toBeVisible();
  await userEvent.keyboard('{Home}');
  await expect.element(list).not.toBeInTheDocument();
  await userEvent.keyboard('{End}');
  await expect.element(list).toBeVisible();
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur();
  await expect.element(list).not.toBeInTheDocument();
});

test('a trigger at the start opens only in the first word', async () => {
  await show();
  await userEvent.keyboard('either /');
  await userEvent.keyboard(' @');
  await expect.element(page.getByRole('listbox', { name: 'People' })).toBeVisible();
  await userEvent.clear(field);
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('listbox', { name: 'Commands' })).toBeVisible();
  await expect.element(marked).toHaveTextContent('/sum');
});

test('Composer.Suggestions passes ref, class, attributes and handlers to its element', async () => {
  const ref = createRef<HTMLDivElement>();
  const onMouseDown = vi.fn<() => void>();
  await show({}, { ref, className: 'mine', id: 'it', onMouseDown });
  await userEvent.keyboard('@');
  await page.getByRole('option', { name: 'Ada' }).click();
  expect(onMouseDown).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('@');
  await expect.element(list).toBeVisible();
  expect([ref.current?.dataset['slot'], ref.current?.className, ref.current?.id]).toEqual([
    'composer-suggestions',
    'mine',
    'it',
  ]);
  // The wrapper that Radix positions is the popover.
  expect(ref.current?.parentElement?.matches(':popover-open')).toBe(true);
});
