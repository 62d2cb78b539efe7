import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { onStage } from '../../stories/decorators.tsx';
import { Markdown } from './markdown.tsx';
import { MarkdownProvider } from './markdown-provider.tsx';
import { math } from './math/math.tsx';

const meta: Meta<typeof Markdown> = {
  title: 'Message/Markdown components',
  component: Markdown,
  decorators: [onStage],
};
export default meta;

type Story = StoryObj<typeof Markdown>;

const extensions = [math(() => import('katex'))];

/** Formulas are MathML: accessible to screen readers, without a stylesheet or fonts. */
export const Formulas: Story = {
  args: {
    text: 'The mean of $n$ values is $\\bar{x} = \\frac{1}{n} \\sum_i x_i$, and their spread\n\n$$\n\\sigma = \\sqrt{\\frac{1}{n} \\sum_{i=1}^{n} (x_i - \\bar{x})^2}\n$$\n\nIt costs $5, or $10 for two. What cannot be read stays: $\\frac{1$.',
  },
  decorators: [
    (Story) => (
      <MarkdownProvider extensions={extensions}>
        <Story />
      </MarkdownProvider>
    ),
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('math')).toHaveLength(3));
  },
};

/** Components that replace elements. */
export const CustomComponents: Story = {
  args: {
    text: 'A [link](https://example.com/) of the app’s own, and\n\n> a note.',
    components: {
      a: ({ href, children }) => (
        <a href={href} style={{ color: 'inherit', textDecorationStyle: 'dotted' }}>
          {children} ↗
        </a>
      ),
      blockquote: ({ children }) => <aside style={{ fontStyle: 'italic' }}>{children}</aside>,
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'link ↗' })).toBeVisible();
    await expect(canvas.getByRole('complementary')).toHaveTextContent('a note.');
  },
};

/** Long lines of code can be wrapped; the button is shown if a line overflows. */
export const WrappedCode: Story = {
  args: {
    text: `\`\`\`sh\ncurl -s https://example.com/v1/threads/thread_abc123/runs -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"assistant_id": "asst_demo", "stream": true}'\n\`\`\`\n\n\`\`\`ts\nconst x = 1;\n\`\`\`\n`,
  },
  play: async ({ canvas, canvasElement }) => {
    const wrap = await canvas.findByRole('button', { name: 'Wrap lines' });
    const pre = canvasElement.querySelector('pre');
    await userEvent.click(wrap);
    await expect(wrap).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() => expect(pre?.scrollWidth).toBeLessThanOrEqual((pre?.clientWidth ?? 0) + 1));
    await expect(wrap).toHaveFocus();
  },
};
