import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { RovingFocusItem, RovingFocusList } from './roving-focus.tsx';

const names = ['One', 'Two', 'Three', 'Four'];
const item = (name: string) => page.getByRole('button', { name });

function List() {
  const [tabStopId, setTabStopId] = useState('One');
  return (
    <RovingFocusList tabStopId={tabStopId} onTabStopChange={setTabStopId}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <RovingFocusItem tabStopId={name}>
              <button type="button">{name}</button>
            </RovingFocusItem>
          </li>
        ))}
      </ul>
    </RovingFocusList>
  );
}

/** Presses keys without yielding between them, as a busy page receives them. */
function pressAtOnce(...keys: string[]): void {
  for (const key of keys) {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  }
}

test('no key is lost when several are pressed before the page is idle', async () => {
  await render(<List />);
  await userEvent.keyboard('{Tab}');
  await expect.element(item('One')).toHaveFocus();
  pressAtOnce('ArrowDown', 'ArrowDown');
  await expect.element(item('Three')).toHaveFocus();
  pressAtOnce('End', 'ArrowUp', 'ArrowUp');
  await expect.element(item('Two')).toHaveFocus();
  pressAtOnce('Home', 'ArrowDown', 'ArrowUp', 'ArrowUp');
  await expect.element(item('One')).toHaveFocus();
});

test('Tab reaches the last focused item, and Shift+Tab leaves the list', async () => {
  await render(
    <>
      <button type="button">Before</button>
      <List />
      <button type="button">After</button>
    </>,
  );
  await item('Before').click();
  await userEvent.keyboard('{Tab}');
  await expect.element(item('One')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(item('Two')).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(item('After')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(item('Two')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(item('Before')).toHaveFocus();
});

test('keys with modifiers do not move the focus', async () => {
  await render(<List />);
  await userEvent.keyboard('{Tab}{Alt>}{ArrowDown}{/Alt}');
  await expect.element(item('One')).toHaveFocus();
});
