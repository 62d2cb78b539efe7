import type { Meta, StoryObj } from '@storybook/react-vite';
import type { AssistantsApi, CreateAssistantRequest } from '@threadkit/core';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { createInPage, type InPageOptions } from '../../../stories/in-page.tsx';

import { Scene } from '../../../stories/threads-fixture.tsx';
import * as AssistantEditor from './index.ts';

const releaseWatch: CreateAssistantRequest = {
  name: 'Release watch',
  description: 'Says what has changed since the last release, and can roll it back.',
  instructions:
    'You watch the releases of checkout-api.\n\nAnswer in two sentences. Give numbers with their units. When something got slower, say since when, and offer to roll back.',
  model: 'gpt-4o',
  temperature: 0.2,
  tools: [
    { type: 'code_interpreter' },
    {
      type: 'function',
      function: {
        name: 'rollback_release',
        description: 'Rolls a service back to an earlier release.',
        parameters: {
          type: 'object',
          properties: { service: { type: 'string' }, release: { type: 'string' } },
          required: ['service', 'release'],
        },
      },
    },
  ],
  metadata: { team: 'payments', owner: 'ines@example.org' },
};

interface EditorScene {
  readonly client: AssistantsApi;
  readonly id: string | undefined;
}

async function makeScene(
  body: CreateAssistantRequest | undefined,
  options?: InPageOptions,
): Promise<EditorScene> {
  const { client } = createInPage(options);
  const created = body && (await client.createAssistant(body));
  return { client, id: created?.id };
}

function Editor({ id, ...props }: AssistantEditor.RootProps & { id: string | undefined }) {
  const [assistantId, setAssistantId] = useState(id);
  return (
    <AssistantEditor.Root
      {...props}
      assistantId={assistantId}
      onSaved={(assistant) => {
        setAssistantId(assistant.id);
        props.onSaved?.(assistant);
      }}
    />
  );
}

const meta: Meta<AssistantEditor.RootProps> = {
  title: 'Assistant editor',
  component: AssistantEditor.Root,
  args: { onSaved: fn() },
  loaders: [() => makeScene(releaseWatch)],
  render: (props, { loaded }) => {
    const { client, id } = loaded as EditorScene & Record<string, unknown>;
    return (
      <Scene client={client}>
        <div data-stage="form">
          <Editor {...props} id={id} />
        </div>
      </Scene>
    );
  },
};
export default meta;

type Story = StoryObj<AssistantEditor.RootProps>;
type Canvas = ReturnType<typeof within>;

const field = (canvas: Canvas, name: string): Promise<HTMLElement> => canvas.findByRole('textbox', { name });

/** A stored assistant without edits: nothing to save. */
export const Stored: Story = {
  play: async ({ canvas }) => {
    await expect(await field(canvas, 'Name')).toHaveValue('Release watch');
    await expect(canvas.getByRole('checkbox', { name: 'Code interpreter' })).toBeChecked();
    await expect(canvas.getByRole('textbox', { name: 'Function rollback_release' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  },
};

/** Unsaved changes: the buttons are sticky, and discard restores the stored values. */
export const Unsaved: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(await field(canvas, 'Name'), ' 2');
    await expect(canvas.getByText('Unsaved changes')).toBeVisible();
    await userEvent.clear(canvas.getByRole('textbox', { name: 'Temperature' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Discard changes' }));
    await expect(await field(canvas, 'Name')).toHaveValue('Release watch');
    await userEvent.type(await field(canvas, 'Name'), ', the second');
    await expect(canvas.getByText('Unsaved changes')).toBeVisible();
  },
};

/** Saving sends the changed fields only. */
export const Saving: Story = {
  play: async ({ args, canvas }) => {
    const temperature = await field(canvas, 'Temperature');
    await userEvent.clear(temperature);
    await userEvent.type(temperature, '0,7');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('Saved')).toBeVisible();
    await expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ temperature: 0.7 }));
    await expect(temperature).toHaveValue('0.7');
  },
};

/** A new assistant requires a model; all other fields are optional. */
export const Creating: Story = {
  loaders: [() => makeScene(undefined)],
  play: async ({ args, canvas }) => {
    await userEvent.type(await field(canvas, 'Name'), 'Billing');
    await userEvent.click(canvas.getByRole('button', { name: 'Create' }));
    const model = canvas.getByRole('textbox', { name: 'Model' });
    await waitFor(() => expect(model).toHaveFocus());
    await expect(model).toHaveAccessibleDescription('This field is required.');
    await userEvent.type(model, 'gpt-4o-mini{Enter}');
    await waitFor(() => expect(args.onSaved).toHaveBeenCalledOnce());
    await expect(await canvas.findByRole('button', { name: 'Save' })).toBeVisible();
  },
};

export const New: Story = { loaders: [() => makeScene(undefined)] };

/** Each invalid field shows its problem; a JSON field with line and column. */
export const Problems: Story = {
  play: async ({ canvas }) => {
    const temperature = await field(canvas, 'Temperature');
    await userEvent.clear(temperature);
    await userEvent.type(temperature, '3');
    const code = canvas.getByRole('textbox', { name: 'Function rollback_release' });
    await userEvent.clear(code);
    await userEvent.type(code, '{{"name": "rollback_release",{enter}  "parameters" 1}');
    await userEvent.click(canvas.getByRole('button', { name: 'Add pair' }));
    await userEvent.type(canvas.getAllByRole('textbox', { name: 'Key' }).at(-1) ?? code, 'team');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(temperature).toHaveAccessibleDescription(/Must be a number from 0 to 2\./);
    await expect(code).toHaveAccessibleDescription('Not valid JSON: line 2, column 16.');
    await expect(canvas.getByText('This name is already in use.')).toBeVisible();
  },
};

/** The counter is shown near the limit only. */
export const Limits: Story = {
  loaders: [() => makeScene({ ...releaseWatch, name: 'n'.repeat(240) })],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('16 left', undefined)).toBeVisible();
    await userEvent.click(await field(canvas, 'Description'));
    await userEvent.paste('d'.repeat(600));
    await expect(canvas.getByText(/over the limit$/)).toBeVisible();
  },
};

/** The server's error is shown at the field that it names, and the input is kept. */
export const ServerErrorAtField: Story = {
  loaders: [
    () =>
      makeScene(releaseWatch, {
        intercept: (request, next) =>
          request.method === 'POST' && request.url.includes('/assistants/')
            ? Promise.resolve(
                Response.json(
                  {
                    error: {
                      message: "The requested model 'gpt-9' does not exist.",
                      type: 'invalid_request_error',
                      param: 'model',
                      code: 'model_not_found',
                    },
                  },
                  { status: 400 },
                ),
              )
            : next(request),
      }),
  ],
  play: async ({ canvas }) => {
    const model = await field(canvas, 'Model');
    await userEvent.clear(model);
    await userEvent.type(model, 'gpt-9{Enter}');
    await waitFor(() =>
      expect(model).toHaveAccessibleDescription("The requested model 'gpt-9' does not exist."),
    );
    await expect(model).toHaveValue('gpt-9');
    await expect(canvas.getByText('Unsaved changes')).toBeVisible();
  },
};

/** An error that belongs to no field is shown above the buttons. */
export const Offline: Story = {
  loaders: [
    () =>
      makeScene(releaseWatch, {
        intercept: (request, next) =>
          request.method === 'POST' && request.url.includes('/assistants/')
            ? Promise.reject(new TypeError('Failed to fetch'))
            : next(request),
      }),
  ],
  play: async ({ canvas }) => {
    await userEvent.type(await field(canvas, 'Name'), '!{Enter}');
    await expect(await canvas.findByText('No connection.')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('Release watch!');
  },
};

/** Selecting a tool or a response format shows its fields. */
export const ToolsAndFormat: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'File search' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Vector store' }), 'vs_1');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Maximum results' }), '8');
    await userEvent.click(canvas.getByRole('button', { name: 'Add function' }));
    await expect(canvas.getByRole('textbox', { name: 'New function' })).toHaveFocus();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Response format' }), 'json_schema');
    await expect(canvas.getByRole('textbox', { name: 'Schema' })).toBeVisible();
  },
};

/** A subset of fields chosen by the app: the others are never sent. */
export const FewFields: Story = {
  args: {
    children: (
      <>
        <AssistantEditor.Name />
        <AssistantEditor.Instructions />
        <AssistantEditor.Actions />
      </>
    ),
  },
  play: async ({ canvas }) => {
    await expect(await field(canvas, 'Instructions')).toBeVisible();
    await expect(canvas.getAllByRole('textbox')).toHaveLength(2);
  },
};

export const Loading: Story = {
  loaders: [
    async () => ({
      ...(await makeScene(undefined, { intercept: () => new Promise(() => undefined) })),
      id: 'asst_1',
    }),
  ],
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status', { name: 'Loading assistant…' })).toBeInTheDocument();
  },
};

export const LoadFailed: Story = {
  loaders: [
    async () => ({
      ...(await makeScene(undefined, { intercept: () => Promise.reject(new TypeError('Failed to fetch')) })),
      id: 'asst_1',
    }),
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Retry' })).toBeVisible();
  },
};
