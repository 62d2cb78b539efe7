import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { input } from '../../../stories/composer-actions.ts';
import { onStage } from '../../../stories/decorators.tsx';
import * as Composer from '../index.ts';
import type { Suggestion, SuggestionTrigger } from './suggestion.ts';

const commands: SuggestionTrigger = {
  char: '/',
  label: 'Commands',
  at: 'start',
  items: [
    { id: 'summarize', label: 'summarize', detail: 'The thread so far, in three sentences' },
    { id: 'translate', label: 'translate', detail: 'The last response into another language' },
    { id: 'chart', label: 'chart', detail: 'Draws the numbers of the last table' },
    { id: 'export', label: 'export', detail: 'Everything as a file' },
  ],
};
const people: readonly Suggestion[] = [
  { id: 'ada', label: 'Ada Lovelace', detail: 'Engines' },
  { id: 'alan', label: 'Alan Turing', detail: 'Machines' },
  { id: 'grace', label: 'Grace Hopper', detail: 'Compilers' },
  { id: 'omar', label: 'عمر الخيام', detail: 'Algebra' },
];
const mentions: SuggestionTrigger = { char: '@', label: 'Mentions', items: people };

const onSend = fn<(text: string) => void>();

const meta: Meta<typeof Composer.Suggestions> = {
  title: 'Composer/Suggestions',
  component: Composer.Suggestions,
  decorators: [onStage],
  args: { triggers: [commands, mentions] },
  render: (props) => (
    <div style={{ paddingTop: 240 }}>
      <Composer.Root onSend={onSend}>
        <Composer.Box>
          <Composer.Input />
          <Composer.Send />
        </Composer.Box>
        <Composer.Suggestions {...props} />
        <Composer.Hint />
      </Composer.Root>
    </div>
  ),
  beforeEach: () => {
    onSend.mockClear();
  },
};
export default meta;

type Story = StoryObj<typeof Composer.Suggestions>;
type Canvas = ReturnType<typeof within>;

const options = (canvas: Canvas): (string | null)[] =>
  canvas.queryAllByRole('option').map(({ textContent }: HTMLElement) => textContent);

async function type(canvas: Canvas, text: string): Promise<void> {
  await userEvent.type(input(canvas), text);
}

/** "/" at the start of the text opens the list above the box, in the width of the box. */
export const Commands: Story = {
  play: async ({ canvas }) => {
    await type(canvas, '/');
    const list = await canvas.findByRole('listbox', { name: 'Commands' });
    await waitFor(() => expect(options(canvas)).toHaveLength(4));
    await expect(input(canvas)).toHaveFocus();
    const [popup, box] = [list.parentElement, input(canvas).parentElement].map((each) =>
      each?.getBoundingClientRect(),
    );
    await expect(popup?.bottom).toBeLessThanOrEqual(box?.top ?? 0);
    await expect(Math.abs((popup?.width ?? 0) - (box?.width ?? 0))).toBeLessThan(1);
  },
};

/** Further letters filter the list; Enter inserts the active option and does not send. */
export const Mentions: Story = {
  play: async ({ canvas }) => {
    await type(canvas, 'Ask @a');
    await canvas.findByRole('listbox', { name: 'Mentions' });
    await waitFor(() => expect(options(canvas)[0]).toContain('Ada'));
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() =>
      expect(canvas.getByRole('option', { selected: true })).toHaveTextContent('Alan Turing'),
    );
    await userEvent.keyboard('{Enter}');
    await expect(input(canvas)).toHaveValue('Ask @Alan Turing ');
    await expect(canvas.queryByRole('listbox')).toBeNull();
    await expect(onSend).not.toHaveBeenCalled();
  },
};

/** No matches: the list says so, and Enter sends the text. */
export const NoMatches: Story = {
  play: async ({ canvas }) => {
    await type(canvas, '@nobody');
    await expect(await canvas.findByText('No matches')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect(onSend.mock.calls).toEqual([['@nobody']]);
    await waitFor(() => expect(canvas.queryByText('No matches')).toBeNull());
    await type(canvas, '@nobody');
    await canvas.findByText('No matches');
  },
};

/** An asynchronous source is loading. */
export const Loading: Story = {
  args: { triggers: [{ ...mentions, items: () => new Promise<never>(() => undefined) }] },
  play: async ({ canvas }) => {
    await type(canvas, '@a');
    await expect(await canvas.findByText('Searching…')).toBeInTheDocument();
    await waitFor(() => expect(canvas.getByText('Searching…').parentElement).toHaveStyle({ opacity: '1' }));
  },
};

/** A source that fails: the list shows an error, and the text is unchanged. */
export const LoadFailed: Story = {
  args: { triggers: [{ ...mentions, items: () => Promise.reject(new Error('offline')) }] },
  play: async ({ canvas }) => {
    await type(canvas, '@a');
    await expect(await canvas.findByText(/^Could not load suggestions/)).toBeVisible();
    await expect(input(canvas)).toHaveValue('@a');
  },
};

/** In a right-to-left page the list is aligned to the right, and names keep their direction. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: async ({ canvas }) => {
    await type(canvas, '@');
    await canvas.findByRole('listbox', { name: 'Mentions' });
    await waitFor(() => expect(options(canvas)).toHaveLength(4));
    const option = canvas.getAllByRole('option')[0];
    const label = option?.firstElementChild?.getBoundingClientRect();
    await expect(label?.right).toBeGreaterThan((option?.getBoundingClientRect().right ?? 0) - 20);
  },
};
