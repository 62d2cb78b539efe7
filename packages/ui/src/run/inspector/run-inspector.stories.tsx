import type { Meta, StoryObj } from '@storybook/react-vite';
import { type AssistantsApi, defineTool } from '@threadkit/core';
import { scriptedClient } from '@threadkit/core/testing';
import { ThreadkitProvider } from '@threadkit/react';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { type ReactNode, useEffect, useState } from 'react';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { createInPage, type InPageOptions } from '../../../stories/in-page.tsx';

import { RunInspector } from './run-inspector.tsx';

const meta: Meta<typeof RunInspector> = { title: 'Run/Inspector', component: RunInspector };
export default meta;

type Story = StoryObj<typeof RunInspector>;

const rollDice = defineTool({ name: 'roll_dice', parameters: { type: 'object', properties: {} } });

/** Starts a run, submits the outputs of its tool calls, and returns the run's id. */
async function aRun(client: AssistantsApi, question: string): Promise<{ threadId: string; runId: string }> {
  const thread = await client.createThread({ messages: [{ role: 'user', content: question }] });
  const tools = [
    {
      type: 'function' as const,
      function: { name: rollDice.name, parameters: rollDice.jsonSchema },
    },
  ];
  let run = { threadId: thread.id, runId: '' };
  for await (const event of client.streamRun(thread.id, { assistant_id: 'asst_demo', tools })) {
    if (event.event === 'thread.run.created') run = { ...run, runId: event.data.id };
    if (event.event !== 'thread.run.requires_action') continue;
    const calls = event.data.required_action?.submit_tool_outputs.tool_calls ?? [];
    await client.submitToolOutputsToRun(thread.id, event.data.id, {
      tool_outputs: calls.map(({ id }) => ({ tool_call_id: id, output: '{"rolled":[4,17]}' })),
    });
  }
  return run;
}

function InspectorPage({ question, options }: { question: string; options?: InPageOptions }): ReactNode {
  const [{ client }] = useState(() => createInPage(options));
  const [run, setRun] = useState<{ threadId: string; runId: string }>();
  // Create the run that the story shows.
  useEffect(() => void aRun(client, question).then(setRun), [client, question]);
  return (
    <ThreadkitProvider client={client}>
      <div style={{ maxWidth: '60rem', margin: '0 auto', padding: 16 }}>
        {run && <RunInspector {...run} />}
      </div>
    </ThreadkitProvider>
  );
}

/** The events in order with merged deltas, and the state after each. */
export const Ended: Story = {
  render: () => <InspectorPage question="/tools" />,
  play: async ({ canvas }) => {
    const rows = within(await canvas.findByRole('list', { name: 'Events' }));
    await rows.findByRole('button', { name: /run\.completed/ });
    await expect(canvas.getByRole('group', { name: 'Run' })).toHaveTextContent('Done completed');
    await expect(canvas.getByRole('group', { name: 'Steps' })).toHaveTextContent('Roll dice');

    await userEvent.click(rows.getByRole('button', { name: /run\.requires_action/ }));
    await expect(canvas.getByRole('group', { name: 'Run' })).toHaveTextContent('Waiting for you');
    await expect(canvas.getByRole('group', { name: 'Text' })).toHaveTextContent('None yet');
    await userEvent.keyboard('{ArrowUp}');
    await expect(canvas.getByRole('group', { name: 'Run' })).toHaveTextContent('Working in_progress');

    const slider = canvas.getByRole('slider', { name: 'Event' });
    await fireEvent.change(slider, { target: { value: '0' } });
    await expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/^1 of .*run\.created$/));
    await expect(canvas.getByRole('group', { name: 'Steps' })).toHaveTextContent('None yet');

    await userEvent.click(canvas.getByRole('button', { name: 'Event (JSON)' }));
    await expect(canvas.getByText(/"thread\.run\.created"/)).toBeVisible();
  },
};

const gate = engineGate();

/** The newest event of an active run is selected. */
export const Live: Story = {
  render: () => <ActiveRunPage />,
  play: async ({ canvas }) => {
    const slider = await canvas.findByRole('slider', { name: 'Event' });
    const before = Number(slider.getAttribute('max'));
    gate.open();
    await waitFor(() => expect(Number(slider.getAttribute('max'))).toBeGreaterThan(before));
    await expect(slider).toHaveValue(slider.getAttribute('max') ?? '');
  },
};

function ActiveRunPage(): ReactNode {
  const [{ client }] = useState(() => {
    gate.close(SOME_WORDS);
    return createInPage({ gate });
  });
  const [run, setRun] = useState<{ threadId: string; runId: string }>();
  // Start the run; it continues without the component.
  useEffect(() => {
    void (async () => {
      const { id } = await client.createThread({ messages: [{ role: 'user', content: 'What are runs?' }] });
      setRun({ threadId: id, runId: (await client.createRun(id, { assistant_id: 'asst_demo' })).id });
    })();
  }, [client]);
  return (
    <ThreadkitProvider client={client}>
      <div style={{ maxWidth: '60rem', margin: '0 auto', padding: 16 }}>
        {run && <RunInspector {...run} />}
      </div>
    </ThreadkitProvider>
  );
}

/** A notice, if the backend stores no events. */
export const Unsupported: Story = {
  render: () => (
    <ThreadkitProvider client={scriptedClient([])}>
      <div style={{ padding: 16 }}>
        <RunInspector threadId="thread_1" runId="run_1" />
      </div>
    </ThreadkitProvider>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/does not store run events/)).toBeVisible();
  },
};

/** Events that fail to load: an error with a retry button. */
export const Failed: Story = {
  render: () => (
    <InspectorPage
      question="What are runs?"
      options={{
        intercept: (request, next) =>
          request.url.endsWith('/events') || request.url.includes('/events?')
            ? Promise.reject(new TypeError('fetch failed'))
            : next(request),
      }}
    />
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No connection.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};
