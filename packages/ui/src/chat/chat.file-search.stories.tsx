import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { type Canvas, choose } from '../../stories/choose-files.ts';
import { ask } from '../../stories/composer-actions.ts';
import { InPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

type Props = ChatProps & { server: InPageOptions };
type Story = StoryObj<Props>;

const withSearch: InPageOptions = { assistantTools: [{ type: 'file_search' }] };

const meta: Meta<Props> = {
  title: 'Chat/File search',
  component: Chat,
  args: { assistantId: 'asst_demo', server: withSearch },
  render: ({ server, ...props }) => (
    <InPage options={server}>
      <Chat {...props} />
    </InPage>
  ),
};
export default meta;

const TEA =
  'Green tea comes from Uji, in the south of Kyoto. Black tea comes from Assam. Both are stored dry, dark and away from spices.';
const tea = () => new File([TEA], 'tea.txt', { type: 'text/plain' });

/** Attaches a file, and asks about it once it is uploaded. */
async function askAboutFile(canvas: Canvas, question: string): Promise<void> {
  await choose(canvas, tea());
  const attached = await canvas.findByRole('list', { name: 'Attached files' });
  await waitFor(() => expect(attached.querySelector('[data-status="done"]')).not.toBeNull());
  await ask(canvas, question);
}

const searchRow = (canvas: Canvas): Promise<HTMLElement> =>
  canvas.findByRole('button', { name: /^Searched files/ }, { timeout: 10_000 });

/**
 * A file is attached and searched. The row names what was searched for; a result loads its passage when it is opened. The citation opens the
 * passage, also with the keyboard.
 */
export const Searched: Story = {
  play: async ({ canvas, canvasElement }) => {
    await askAboutFile(canvas, 'Where does green tea come from?');
    const row = await searchRow(canvas);
    await expect(row).toHaveTextContent('Where does green tea come from?');
    await userEvent.click(row);
    const results = within(await canvas.findByRole('group', { name: 'Results' }));
    const open = results.getByRole('button', { name: 'tea.txt' });
    await expect(open).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(open);
    await expect(await results.findByText(TEA)).toBeVisible();

    const [chip] = await canvas.findAllByRole('button', { name: 'Source 1: tea.txt' });
    await expect(canvas.getByRole('log')).not.toHaveTextContent('†');
    chip?.focus();
    await waitFor(() => expect(canvasElement.querySelector('[role="tooltip"]')).toHaveTextContent(TEA));
    await expect(chip).toHaveAccessibleDescription(/in the south of Kyoto/);
    await expect(canvas.getByText(TEA, { selector: '[role="status"] *' })).toBeInTheDocument();
  },
};

export const SearchedDark: Story = { ...Searched, globals: { theme: 'dark' } };

/** The row says that nothing was found, and opens to what was searched for. */
export const NothingFound: Story = {
  play: async ({ canvas }) => {
    await askAboutFile(canvas, 'Search zeppelins');
    const row = await searchRow(canvas);
    await expect(row).toHaveTextContent('Search zeppelins, nothing found');
    await userEvent.click(row);
    await expect(await canvas.findByRole('group', { name: 'Searched for' })).toHaveTextContent(
      'Search zeppelins',
    );
    await expect(canvas.getByRole('group', { name: 'Results' })).toHaveTextContent('Nothing found');
  },
};

let canLoad = false;

/** A passage that could not be loaded says so, and is requested again when the result is opened again. */
export const PassageNotLoaded: Story = {
  args: {
    server: {
      ...withSearch,
      intercept: async (request, next) => {
        const isStep = /\/steps\/[^/]+\?/.test(request.url);
        return isStep && !canLoad
          ? Response.json({ error: { message: 'Out of order.' } }, { status: 500 })
          : next(request);
      },
    },
  },
  play: async ({ canvas }) => {
    canLoad = false;
    await askAboutFile(canvas, 'Where does green tea come from?');
    await userEvent.click(await searchRow(canvas));
    const results = within(await canvas.findByRole('group', { name: 'Results' }));
    const open = results.getByRole('button', { name: 'tea.txt' });
    await userEvent.click(open);
    await expect(await results.findByText('Could not load.')).toBeVisible();
    await userEvent.click(open);
    canLoad = true;
    await userEvent.click(open);
    await expect(await results.findByText(TEA)).toBeVisible();
  },
};
