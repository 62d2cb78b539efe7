import type { Meta, StoryObj } from '@storybook/react-vite';
import type { MessageObject } from '@threadkit/core';
import { expect, userEvent, waitFor } from 'storybook/test';
import { onLine } from '../../../stories/decorators.tsx';
import * as Message from '../index.ts';

const value =
  'Refunds are paid **within 14 days** of the return 【4:0†handbook.md】. Inside the European Union the return is free 【4:1†shipping.pdf】; opened software cannot be returned 【4:2†handbook.md】.';

const quotes: Readonly<Record<string, string>> = {
  '【4:0†handbook.md】':
    'Refunds are paid within 14 days of the return. The original means of payment is used.',
  '【4:2†handbook.md】': 'Opened software cannot be returned.',
};

const message: Pick<MessageObject, 'role' | 'content'> = {
  role: 'assistant',
  content: [
    {
      type: 'text',
      text: {
        value,
        annotations: Array.from(value.matchAll(/【[^】]*】/g), ({ 0: text, index }) => ({
          type: 'file_citation',
          text,
          start_index: index,
          end_index: index + text.length,
          file_citation: {
            file_id: text.includes('handbook') ? 'file_handbook' : 'file_shipping',
            ...(quotes[text] === undefined ? {} : { quote: quotes[text] }),
          },
        })),
      },
    },
  ],
};

const meta: Meta = {
  title: 'Message/Citations',
  decorators: [onLine],
  render: () => (
    <Message.Root role="assistant">
      <Message.Content message={message} />
    </Message.Root>
  ),
};
export default meta;

type Story = StoryObj;

const card = (root: HTMLElement): HTMLElement | null => root.querySelector('[role="tooltip"]');

/** Focus on a chip opens its card with the file name and the cited text. Escape closes it. */
export const Focused: Story = {
  play: async ({ canvas, canvasElement }) => {
    const [first] = await canvas.findAllByRole('button', { name: 'Source 1: handbook.md' });
    first?.focus();
    await waitFor(() => expect(card(canvasElement)).toHaveTextContent('within 14 days of the return'));
    await expect(first).toHaveAccessibleDescription(/original means of payment/);
    await expect(canvas.getAllByRole('listitem')[0]).toHaveAttribute('data-highlighted');
    await userEvent.keyboard('{Escape}');
    await expect(card(canvasElement)).toBeNull();
    await expect(first).toHaveFocus();
    await userEvent.click(first ?? document.body);
    await waitFor(() => expect(card(canvasElement)).not.toBeNull());
  },
};

/** The pointer opens the card, and closes it when it leaves. */
export const Hovered: Story = {
  play: async ({ canvas, canvasElement }) => {
    const chip = await canvas.findByRole('button', { name: 'Source 2: shipping.pdf' });
    await userEvent.hover(chip);
    await waitFor(() => expect(card(canvasElement)).toHaveTextContent('shipping.pdf'));
    await userEvent.unhover(chip);
    await waitFor(() => expect(card(canvasElement)).toBeNull());
  },
};

export const Dark: Story = { ...Focused, globals: { theme: 'dark' } };
