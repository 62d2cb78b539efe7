import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { onStage } from '../../stories/decorators.tsx';
import { everyMarkdown } from '../../stories/every-markdown.ts';
import { responseText } from '../../stories/response-text.ts';
import { UnformattedMarkdown } from './lazy-markdown.tsx';
import { Markdown } from './markdown.tsx';

const meta: Meta<typeof Markdown> = { title: 'Message/Markdown', component: Markdown, decorators: [onStage] };
export default meta;

type Story = StoryObj<typeof Markdown>;

export const WholeResponse: Story = { args: { text: responseText } };

export const Everything: Story = {
  args: { text: everyMarkdown },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: 'Level three', level: 3 })).toBeVisible();
    await expect(canvas.queryByRole('img', { name: 'A chart' })).toBeNull();
    await expect(canvas.getByRole('img', { name: 'Incomplete' })).toBeVisible();
  },
};

/** Until the parser is loaded, the text is shown without its markdown syntax. */
export const Unformatted: Story = {
  render: () => <UnformattedMarkdown text={responseText} />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot=markdown]')).toHaveAttribute('data-loading');
    await expect(canvasElement).not.toHaveTextContent('**');
  },
};

/** Incomplete syntax at the end of a stream is rendered as if it were complete. */
export const Incomplete: Story = {
  args: { text: 'The value is **212', isStreaming: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('212')).toHaveStyle({ fontWeight: '600' });
  },
};

/** A line over the limit: its beginning is formatted, and a button shows the rest unformatted. */
export const OverTheLimit: Story = {
  args: { text: `**Bold** ${'many words in one line, '.repeat(5_000)}and **the end**` },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText('Bold')).toHaveStyle({ fontWeight: '600' });
    await userEvent.click(
      await canvas.findByRole('button', { name: /^Show [\d,]+ more characters without formatting$/ }),
    );
    const rest = canvasElement.querySelector('[data-slot=markdown-unformatted]');
    await expect(rest?.textContent).toMatch(/and \*\*the end\*\*$/);
    await waitFor(() => expect(rest).toHaveFocus());
    await expect(canvas.queryByRole('button', { name: /more characters without formatting$/ })).toBeNull();
  },
};
