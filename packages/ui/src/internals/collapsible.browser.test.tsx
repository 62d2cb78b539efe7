import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as RunStep from '../tool/run-step/index.ts';
import {
  CollapsibleContent,
  type CollapsibleProps,
  CollapsibleRoot,
  CollapsibleTrigger,
} from './collapsible.tsx';

const Details = (props: CollapsibleProps) => (
  <CollapsibleRoot data-slot="details" {...props}>
    <CollapsibleTrigger data-slot="trigger">Details</CollapsibleTrigger>
    <CollapsibleContent data-slot="content">Inside</CollapsibleContent>
  </CollapsibleRoot>
);
const button = page.getByRole('button', { name: 'Details' });
const content = () => document.querySelector<HTMLElement>('[data-slot="content"]');

/** Radix keeps the content's element while it is closed: hidden, and without children. */
function expectClosed(): void {
  expect([content()?.hidden, content()?.childNodes.length]).toEqual([true, 0]);
}

test('a trigger exposes its state and the id of its content', async () => {
  await render(<Details />);
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  expectClosed();
  await userEvent.click(button);
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  expect(button.element().getAttribute('aria-controls')).toBe(content()?.id);
  await userEvent.keyboard('{Enter}');
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
});

test('a controlled collapsible opens when the `open` prop changes', async () => {
  const onOpenChange = vi.fn<(open: boolean) => void>();
  const screen = await render(<Details open={false} onOpenChange={onOpenChange} />);
  await userEvent.click(button);
  expect(onOpenChange.mock.calls).toEqual([[true]]);
  expectClosed();
  await screen.rerender(<Details open onOpenChange={onOpenChange} />);
  await expect.element(page.getByText('Inside')).toBeVisible();
});

test('root, trigger and content carry `data-state` for the stylesheet', async () => {
  await render(<Details defaultOpen />);
  const states = [...document.querySelectorAll<HTMLElement>('[data-slot]')].map(
    ({ dataset }) => dataset['state'],
  );
  expect(states).toEqual(['open', 'open', 'open']);
});

test('server markup has no style attribute, open or closed', () => {
  expect(renderToString(<Details />)).not.toContain('style=');
  const html = renderToString(<Details defaultOpen />);
  expect(html).toContain('Inside');
  expect(html).not.toContain('style=');
});

test('switching from uncontrolled to controlled warns in development', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const screen = await render(<Details />);
  await screen.rerender(<Details open />);
  expect(warn.mock.calls.flat().join(' ')).toContain('from uncontrolled to controlled');
  warn.mockRestore();
});

test.each([
  ['RunStep.Trigger', RunStep.Trigger],
  ['RunStep.Content', RunStep.Content],
])('<%s> outside <RunStep.Root> throws an error that names both', async (name, Part) => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(render(<Part />)).rejects.toThrow(`<${name}> was rendered outside <RunStep.Root>`);
  silent.mockRestore();
});
