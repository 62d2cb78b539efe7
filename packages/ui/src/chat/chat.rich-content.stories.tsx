import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ask } from '../../stories/composer-actions.ts';
import { InPage } from '../../stories/in-page.tsx';
import { MarkdownProvider } from '../markdown/markdown-provider.tsx';
import { Chat, type ChatProps } from './chat.tsx';

/** Citations, code, refusals and failures, from the server's scripted engine. */
const meta: Meta<ChatProps> = {
  title: 'Chat/Rich content',
  component: Chat,
  args: { assistantId: 'asst_demo' },
  render: (props) => (
    <InPage>
      <Chat {...props} />
    </InPage>
  ),
};
export default meta;

type Story = StoryObj<ChatProps>;

const summary = { name: 'Response details' };

/** A citation is a numbered chip in the text; the list of sources below has the same number and the file's name. */
export const Citations: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, '/cite');
    const sources = await canvas.findByRole('list', { name: 'Sources' });
    await canvas.findByRole('group', summary);
    await expect(within(sources).getAllByRole('listitem')).toHaveLength(2);
    await expect(canvas.queryByText(/【/)).toBeNull();
    await waitFor(() =>
      expect(canvas.getAllByRole('button', { name: 'Source 1: handbook.md' })).toHaveLength(2),
    );
    const [chip] = canvas.getAllByRole('button', { name: 'Source 2: shipping.pdf' });
    await userEvent.click(chip ?? document.body);
    await expect(within(sources).getByText('shipping.pdf').closest('li')).toHaveAttribute('data-highlighted');
  },
};

/** The row of a code interpreter call expands to the code, its logs and its images. */
export const CodeInterpreter: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, '/code');
    await canvas.findByRole('group', summary);
    await userEvent.click(canvas.getByRole('button', { name: /Ran Python/ }));
    const logs = await canvas.findByRole('group', { name: 'Logs' });
    await expect(logs).toHaveTextContent('Best month: Jun');
    await expect(await canvas.findByText('file-scripted-chart (stored on the server)')).toBeVisible();
    await expect(await canvas.findByText('Image: file-scripted-chart')).toBeVisible();
  },
};

/** A refusal is labeled as such. */
export const Refusal: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, '/refuse');
    await expect(await canvas.findByText('Refused.')).toBeVisible();
    await canvas.findByRole('group', summary);
  },
};

/** A message interrupted by a crash is collapsed at once, also while it is visible. */
export const Superseded: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, '/crash');
    await canvas.findByRole('button', { name: 'Interrupted, then restarted' });
    await canvas.findByRole('group', summary);
    await waitFor(() => expect(canvas.getAllByRole('article', { name: 'Assistant' })).toHaveLength(1));
  },
};

function BrokenCode(): never {
  throw new TypeError('This code cannot be rendered.');
}
const brokenComponents = { codeBlock: BrokenCode };

/** A notice replaces a component that throws; the text is available, and the rest of the thread is unaffected. */
export const RenderError: Story = {
  decorators: [
    (Story) => (
      <MarkdownProvider components={brokenComponents}>
        <Story />
      </MarkdownProvider>
    ),
  ],
  play: async ({ canvas }) => {
    await ask(canvas, 'Show me the code of a tool');
    await canvas.findByRole('group', summary);
    await expect(await canvas.findByText('Not displayed.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Show as text' }));
    await expect(canvas.getByText(/```/)).toBeVisible();
  },
};
