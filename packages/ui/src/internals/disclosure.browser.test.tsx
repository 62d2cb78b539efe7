import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Disclosure, DisclosureContent, type DisclosureProps, DisclosureTrigger } from './disclosure.tsx';

const Details = (props: DisclosureProps) => (
  <Disclosure dataSlot="details" {...props}>
    <DisclosureTrigger dataSlot="trigger">Details</DisclosureTrigger>
    <DisclosureContent dataSlot="content">Inside</DisclosureContent>
  </Disclosure>
);
const button = page.getByRole('button', { name: 'Details' });

test('a trigger tells whether it is open, and what it opens', async () => {
  await render(<Details />);
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  expect(document.querySelector('[data-slot="content"]')).toBeNull();
  await userEvent.click(button);
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  const content = document.querySelector('[data-slot="content"]');
  expect(button.element().getAttribute('aria-controls')).toBe(content?.id);
  await userEvent.keyboard('{Enter}');
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
});

test('a controlled one opens when its owner says so', async () => {
  const onOpenChange = vi.fn<(open: boolean) => void>();
  const screen = await render(<Details open={false} onOpenChange={onOpenChange} />);
  await userEvent.click(button);
  expect(onOpenChange.mock.calls).toEqual([[true]]);
  expect(document.querySelector('[data-slot="content"]')).toBeNull();
  await screen.rerender(<Details open onOpenChange={onOpenChange} />);
  await expect.element(page.getByText('Inside')).toBeVisible();
});

test('the state is on every part, for the stylesheet', async () => {
  await render(<Details defaultOpen />);
  const states = [...document.querySelectorAll<HTMLElement>('[data-slot]')].map(
    ({ dataset }) => dataset['state'],
  );
  expect(states).toEqual(['open', 'open', 'open']);
});
