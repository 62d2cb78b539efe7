import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CreateAssistantRequest } from '@threadkit/core';
import { type ReactNode, useState } from 'react';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { createInPage, type InPageOptions } from '../../../stories/in-page.tsx';

import { Scene, type ThreadsScene } from '../../../stories/threads-fixture.tsx';
import { AssistantPicker, type AssistantPickerProps } from './assistant-picker.tsx';

const some: readonly CreateAssistantRequest[] = [
  { model: 'gpt-4o-mini' },
  {
    name: 'Billing',
    model: 'gpt-4o-mini',
    description: 'Explains invoices and finds what was charged twice.',
  },
  {
    name: 'Release watch',
    model: 'o3',
    description:
      'Reads the metrics of every service after a release, says in plain words what has changed since the last one, and can roll a release back once somebody has allowed it.',
  },
  {
    name: 'مساعد الدعم',
    model: 'gpt-4o',
    description: 'يجيب عن أسئلة العملاء باللغة العربية.',
  },
  { name: 'Support', model: 'ft:gpt-4o-mini-2026-07-18:acme:support:B7x', description: 'Answers customers.' },
];

async function makeAssistants(
  bodies: readonly CreateAssistantRequest[],
  options?: InPageOptions,
): Promise<Pick<ThreadsScene, 'client'>> {
  const { client } = createInPage(options);
  // oxlint-disable-next-line no-await-in-loop -- created one after another: the list is sorted by creation, newest first
  for (const body of bodies) await client.createAssistant(body);
  return { client };
}

function Picker({ onSelect, ...props }: AssistantPickerProps): ReactNode {
  const [assistantId, setAssistantId] = useState(props.assistantId);
  return (
    <AssistantPicker
      {...props}
      assistantId={assistantId}
      onSelect={(id) => {
        setAssistantId(id);
        onSelect(id);
      }}
    />
  );
}

const meta: Meta<AssistantPickerProps> = {
  title: 'Assistant picker',
  component: AssistantPicker,
  args: { assistantId: 'asst_demo', onSelect: fn() },
  loaders: [() => makeAssistants(some)],
  render: (props, { loaded }) => (
    <Scene client={(loaded as Pick<ThreadsScene, 'client'>).client}>
      <div data-stage="form">
        <Picker {...props} />
      </div>
    </Scene>
  ),
};
export default meta;

type Story = StoryObj<AssistantPickerProps>;

export const Closed: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Assistant Demo' })).toBeVisible();
  },
};

/** The selected option has the focus. Names, models and at most two lines of description. */
export const Open: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Assistant Demo' }));
    const chosen = await canvas.findByRole('option', { name: /^Demo/ });
    await waitFor(() => expect(chosen).toHaveFocus());
    await expect(canvas.getAllByRole('option')).toHaveLength(6);
    await expect(canvas.getByRole('option', { name: /^Untitled assistant/ })).toBeVisible();
  },
};

/** An arrow key opens the list, letters move the focus, Enter selects, and the focus returns to the button. */
export const ByKeyboard: Story = {
  play: async ({ args, canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Assistant Demo' });
    button.focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(canvas.getByRole('option', { name: /^Demo/ })).toHaveFocus());
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(canvas.getByRole('option', { name: /^Support/ })).toHaveFocus());
    await userEvent.keyboard('bil');
    await expect(canvas.getByRole('option', { name: /^Billing/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('button', { name: 'Assistant Billing' })).toHaveFocus();
    await expect(args.onSelect).toHaveBeenCalledOnce();
    await waitFor(() => expect(canvas.queryByRole('listbox')).toBeNull());
  },
};

/** No assistant is selected. */
export const NoSelection: Story = {
  args: { assistantId: undefined },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Assistant Choose an assistant' }));
    const first = await canvas.findByRole('option', { name: /^Support/ });
    await waitFor(() => expect(first).toHaveFocus());
  },
};

export const Empty: Story = {
  args: { assistantId: undefined },
  loaders: [
    async () => {
      const scene = await makeAssistants([]);
      await scene.client.deleteAssistant('asst_demo');
      return scene;
    },
  ],
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Assistant Choose an assistant' }));
    await expect(await canvas.findByText('No assistants yet.')).toBeVisible();
  },
};

export const Loading: Story = {
  loaders: [() => makeAssistants([], { intercept: () => new Promise(() => undefined) })],
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Assistant' }));
    await expect(await canvas.findByText('Loading assistants…')).toBeVisible();
  },
};

/** An error notice with a retry button. */
export const Failed: Story = {
  loaders: [() => makeAssistants([], { intercept: () => Promise.reject(new TypeError('Failed to fetch')) })],
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Assistant' }));
    await expect(await canvas.findByText('No connection.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};
