import type { Meta, StoryObj } from '@storybook/react-vite';
import { defineTool } from '@threadkit/core';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { z } from 'zod';
import { ask, input } from '../../stories/composer-actions.ts';
import { InPage, type InPageOptions } from '../../stories/in-page.tsx';
import { toolView } from '../tool/tool-view.ts';
import { Chat, type ChatProps } from './chat.tsx';

const theme = fn();
const changeTheme = defineTool({
  name: 'change_theme',
  description: 'Changes the colors of the page.',
  parameters: z.object({ theme: z.enum(['light', 'dark']) }),
  needsApproval: true,
  execute: (args) => {
    theme(args.theme);
    return `The theme is ${args.theme} now.`;
  },
});
const rollDice = defineTool({
  name: 'roll_dice',
  description: 'Rolls dice.',
  parameters: z.object({ sides: z.number().default(6) }),
  execute: ({ sides }) => ({ sides, rolled: 4 }),
});
const brokenTool = defineTool({
  name: 'launch_rocket',
  description: 'Launches a rocket.',
  parameters: z.object({}),
  execute: () => {
    throw new Error('The rocket is not fueled.');
  },
});
const tools = [changeTheme, rollDice, brokenTool];

type Story = StoryObj<ChatProps & { server: InPageOptions }>;

const meta: Meta<ChatProps & { server: InPageOptions }> = {
  title: 'Chat',
  component: Chat,
  args: { assistantId: 'asst_demo', tools, server: {} },
  render: ({ server, ...props }) => (
    <InPage options={server}>
      <Chat {...props} />
    </InPage>
  ),
  beforeEach: () => {
    theme.mockClear();
  },
};
export default meta;

/** A response with markdown, and the summary of its run. */
export const WholeResponse: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, 'What is Threadkit?');
    await expect(await canvas.findByText('What is Threadkit?')).toBeVisible();
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(canvas.getByRole('article', { name: 'Assistant' })).toHaveTextContent('Threadkit');
    await expect(input(canvas)).toHaveValue('');
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAttribute('data-mode', 'idle');
  },
};

/** A tool that needs no approval runs at once; its label is then in the past tense. */
export const PageTool: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, 'Please roll a dice with 20 sides');
    const row = await canvas.findByRole('button', { name: /Roll dice/ });
    await canvas.findByRole('group', { name: 'Response details' });
    await userEvent.click(row);
    const output = await canvas.findByRole('group', { name: 'Output' });
    await expect(output).toHaveTextContent('rolled4');
  },
};

/** A tool that needs approval runs after it, and the focus moves to the composer. */
export const Approval: Story = {
  args: {
    toolViews: [
      toolView(changeTheme, {
        labels: {
          question: (args) => `Change the theme to ${args.theme}?`,
          action: 'Change it',
          done: 'Changed the theme',
        },
      }),
    ],
  },
  play: async ({ canvas }) => {
    await ask(canvas, 'Change the theme to dark, please');
    const box = await canvas.findByRole('region', { name: 'Change the theme to dark?' });
    await expect(box).toHaveFocus();
    await expect(theme).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: 'Change it' }));
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(theme.mock.calls).toEqual([['dark']]);
    await expect(canvas.getByRole('button', { name: /Changed the theme.*approved by you/ })).toBeVisible();
    await expect(input(canvas)).toHaveFocus();
  },
};

/** "Decline": the tool does not run, and the assistant continues. */
export const Declined: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, 'Change the theme to dark, please');
    await userEvent.click(await canvas.findByRole('button', { name: 'Decline' }));
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(theme).not.toHaveBeenCalled();
    await expect(canvas.getByRole('button', { name: /Change theme.*declined by you/ })).toBeVisible();
  },
};

/** Arguments can be edited before the approval; replaced values are struck through. */
export const EditedApproval: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, 'Change the theme to dark, please');
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit' }));
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'theme' }), 'light');
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }));
    await expect(canvas.getByText('dark', { selector: 's' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(theme.mock.calls).toEqual([['light']]));
    await canvas.findByRole('group', { name: 'Response details' });
  },
};

/** The error of a tool that throws is sent to the assistant, and the row shows the failure. */
export const ToolThrows: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, 'Launch the rocket');
    const row = await canvas.findByRole('button', { name: /rocket.*failed/i });
    await canvas.findByRole('group', { name: 'Response details' });
    await userEvent.click(row);
    const error = await canvas.findByRole('group', { name: 'Error' });
    await expect(error).toHaveTextContent('not fueled');
  },
};

/** Pauses the responses of the following stories after some words. */
const gate = engineGate();

/** Escape stops the run; the received text stays. */
export const Stopped: Story = {
  args: { server: { gate } },
  play: async ({ canvas }) => {
    gate.close(SOME_WORDS);
    await ask(canvas, 'Tell me something long');
    await waitFor(() => expect(canvas.getByRole('article', { name: 'Assistant' })).not.toBeEmptyDOMElement());
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect(await canvas.findByText('You stopped this response.')).toBeVisible();
    await expect(canvas.getByRole('article', { name: 'Assistant' })).not.toBeEmptyDOMElement();
    await expect(canvas.getByRole('button', { name: 'Run again' })).toBeVisible();
  },
};

/** A message sent during a run is queued, and sent when the run has ended. */
export const Queued: Story = {
  args: { server: { gate } },
  play: async ({ canvas }) => {
    gate.close(SOME_WORDS);
    await ask(canvas, 'What are runs?');
    await canvas.findByRole('button', { name: 'Stop' });
    await userEvent.type(input(canvas), 'And steps?');
    await expect(canvas.getByRole('button', { name: 'Queue' })).toBeVisible();
    await expect(canvas.getByText(/will be queued/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByRole('list', { name: 'Queued messages' })).toHaveTextContent(
      'And steps?',
    );
    gate.open();
    await waitFor(() => expect(canvas.getAllByRole('group', { name: 'Response details' })).toHaveLength(2), {
      timeout: 12_000,
    });
  },
};

/** "/" lists the app's commands, "@" its people; the selected one is inserted, and Enter sends the text. */
export const CommandsAndMentions: Story = {
  args: {
    commands: {
      items: [
        { id: 'summarize', label: 'summarize', detail: 'The thread so far, in three sentences' },
        { id: 'translate', label: 'translate', detail: 'The last response into another language' },
      ],
    },
    mentions: {
      items: async (query) =>
        [
          { id: 'ada', label: 'Ada Lovelace', detail: 'Engines' },
          { id: 'grace', label: 'Grace Hopper', detail: 'Compilers' },
        ].filter(({ id }) => id.startsWith(query.toLowerCase())),
    },
  },
  play: async ({ canvas }) => {
    await userEvent.type(input(canvas), '/s');
    await canvas.findByRole('option', { name: /summarize/ });
    await userEvent.keyboard('{Enter}');
    await expect(input(canvas)).toHaveValue('/summarize ');
    await userEvent.keyboard('for @g');
    await canvas.findByRole('option', { name: /Grace Hopper/ });
    await userEvent.keyboard('{Enter}{Enter}');
    await expect(await canvas.findByRole('article', { name: 'You' })).toHaveTextContent(
      '/summarize for @Grace Hopper',
    );
    await canvas.findByRole('group', { name: 'Response details' });
    await userEvent.type(input(canvas), '@');
    await canvas.findByRole('listbox', { name: 'Mentions' });
  },
};

/** A response that reached its token limit says so and can be continued. */
export const LengthLimit: Story = {
  args: {
    server: {
      script: ({ messages }) =>
        messages.length > 1
          ? undefined
          : [
              { type: 'text', part: 0, text: 'The first half of a long' },
              {
                type: 'finish',
                reason: 'length',
                usage: { prompt_tokens: 5, completion_tokens: 6, total_tokens: 11 },
              },
            ],
    },
  },
  play: async ({ canvas }) => {
    await ask(canvas, 'Hello');
    await expect(await canvas.findByText('Length limit reached.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await canvas.findByRole('group', { name: 'Response details' });
    // The action is only offered at the end of the thread.
    await expect(canvas.queryByRole('button', { name: 'Continue' })).toBeNull();
    await expect(input(canvas)).toHaveFocus();
  },
};
