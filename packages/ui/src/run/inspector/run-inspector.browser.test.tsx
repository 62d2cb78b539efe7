import { EMPTY_RUN_STATE, reduceEvent } from '@threadkit/core';
import { responseEvents } from '@threadkit/core/testing';
import type { RecordedEvent } from '@threadkit/react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { RunInspectorView } from './run-inspector-view.tsx';
import { toFixture } from './to-fixture.ts';

function recordEvents(text: string): readonly RecordedEvent[] {
  let state = EMPTY_RUN_STATE;
  return responseEvents(text).map((event) => {
    state = reduceEvent(state, event);
    return { event, state };
  });
}

const events = recordEvents('Threads hold messages.');
const slider = page.getByRole('slider', { name: 'Event' });
const text = page.getByRole('group', { name: 'Text' });

test('the slider shows the text as of the selected event', async () => {
  await render(<RunInspectorView events={events} />);
  await expect.element(text).toHaveTextContent('TextThreads hold messages.');
  await slider.fill('8');
  await expect.poll(() => text.element().textContent).toBe('TextThreads ');
  await expect
    .element(page.getByRole('button', { name: /message\.delta/ }))
    .toHaveAttribute('aria-current', 'step');
});

test('an earlier event stays selected while events arrive; otherwise the newest is selected', async () => {
  const screen = await render(<RunInspectorView events={events.slice(0, 9)} />);
  await screen.rerender(<RunInspectorView events={events.slice(0, 10)} />);
  await expect.element(slider).toHaveValue('9');
  await slider.fill('2');
  await screen.rerender(<RunInspectorView events={events} />);
  await expect.element(slider).toHaveValue('2');
  await slider.fill(String(events.length - 1));
  await screen.rerender(<RunInspectorView events={[...events, ...events.slice(-1)]} />);
  await expect.element(slider).toHaveValue(String(events.length));
});

test('the event list is one tab stop, and the arrow keys move the selection', async () => {
  await render(<RunInspectorView events={events} />);
  const rows = page.getByRole('list', { name: 'Events' }).getByRole('button');
  expect(rows.elements().filter((row) => row.getAttribute('tabindex') === '0')).toHaveLength(1);
  await rows.last().click();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  await expect.element(page.getByRole('button', { name: /message\.delta/ })).toHaveFocus();
  await expect.element(page.getByText('13 of 16')).toBeVisible();
});

test('Tab into the event list selects nothing', async () => {
  await render(<RunInspectorView events={events} />);
  await slider.fill('8');
  await page.getByRole('button', { name: 'Copy as fixture' }).click();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('button', { name: /message\.delta/ })).toHaveFocus();
  await expect.element(slider).toHaveValue('8');
});

test('the copy button writes the fixture to the clipboard and confirms it', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await render(<RunInspectorView events={events} />);
  await page.getByRole('button', { name: 'Copy as fixture' }).click();
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(write.mock.calls).toEqual([[toFixture(events.map(({ event }) => event))]]);
  write.mockRestore();
});
