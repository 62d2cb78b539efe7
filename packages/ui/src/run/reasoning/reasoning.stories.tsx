import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { onLine } from '../../../stories/decorators.tsx';
import { RunSteps } from '../run-steps.tsx';
import { Reasoning } from './reasoning.tsx';

const meta: Meta<typeof Reasoning> = { title: 'Run/Reasoning', component: Reasoning, decorators: [onLine] };
export default meta;

type Story = StoryObj<typeof Reasoning>;

const text = `**Comparing the trains**

- 8:05 plus 1:45 is 9:50: early enough.
- 9:38 plus 1:45 is 11:23: early enough as well.

Both arrive before noon, so the later one leaves the most time.`;

const sentence =
  'The later train leaves the most time, and a delay of half an hour would still be early enough. ';

/** Every state: thinking, before the first text, ended, ended within a second, not kept by the server, and cut off. */
export const States: Story = {
  render: () => (
    <RunSteps count={0}>
      <Reasoning text={text} stepStatus="in_progress" durationMs={3000} />
      <Reasoning text="" stepStatus="in_progress" />
      <Reasoning text={text} stepStatus="completed" durationMs={4000} />
      <Reasoning text={text} stepStatus="completed" durationMs={0} />
      <Reasoning text="" stepStatus="completed" durationMs={75_000} />
      <Reasoning text={text} stepStatus="cancelled" durationMs={2000} />
      <Reasoning text={text} stepStatus="failed" durationMs={6000} />
      <Reasoning text={text} stepStatus="expired" durationMs={600_000} />
    </RunSteps>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Thinking 3 s' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Thought for 4 s' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Thought' })).toBeVisible();
    await expect(canvas.getByText('Thought for 1 min 15 s').closest('button')).toBeNull();
    await expect(canvas.getByRole('button', { name: /^Thought for 2 s\s*stopped$/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Thought for 6 s\s*interrupted$/ })).toBeVisible();
  },
};

/** The row expands to the formatted text, by pointer and by keyboard. */
export const Expanded: Story = {
  args: { text, stepStatus: 'completed', durationMs: 4000 },
  play: async ({ canvas }) => {
    const row = canvas.getByRole('button', { name: 'Thought for 4 s' });
    await expect(row).toHaveAttribute('aria-expanded', 'false');
    row.focus();
    await userEvent.keyboard('{Enter}');
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await expect(within(await canvas.findByRole('list')).getAllByRole('listitem')).toHaveLength(2);
  },
};

/** While it grows: the text is formatted up to its last complete syntax. */
export const Thinking: Story = {
  args: {
    text: `${text}\n\nA delay would **make the`,
    stepStatus: 'in_progress',
    durationMs: 3000,
    defaultOpen: true,
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Thinking 3 s' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await expect(await canvas.findByText('make the')).toBeVisible();
  },
};

/** About twelve lines of a long text are shown, then a button. */
export const Long: Story = {
  args: {
    text: `${sentence.repeat(40)}The end.`,
    stepStatus: 'completed',
    durationMs: 48_000,
    defaultOpen: true,
  },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText(/The end\.$/)).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }));
    await expect(await canvas.findByText(/The end\.$/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
  },
};

/** Text of a model is untrusted: HTML is text, images load nothing, and only safe links are links. */
export const Untrusted: Story = {
  args: {
    text: '<img src=x onerror=alert(1)> ![A picture](https://example.com/pixel.png) [run](javascript:alert(1))',
    stepStatus: 'completed',
    durationMs: 4000,
    defaultOpen: true,
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByRole('link', { name: /A picture/ })).toBeVisible();
    await expect(canvas.getByText(/<img src=x onerror=alert\(1\)>/)).toBeVisible();
    await expect(canvasElement.querySelector('img, [href^="javascript"]')).toBeNull();
  },
};
