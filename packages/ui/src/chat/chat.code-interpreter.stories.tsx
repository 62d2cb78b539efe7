import type { Meta, StoryObj } from '@storybook/react-vite';
import type { AssistantsApi } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import type { ScriptedOptions } from '@threadkit/server';
import { engineGate } from '@threadkit/testing';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { ask } from '../../stories/composer-actions.ts';
import { createInPage } from '../../stories/in-page.tsx';
import { aPicture } from '../../stories/sample-files.ts';
import { Chat, type ChatProps } from './chat.tsx';

type Script = ReturnType<NonNullable<ScriptedOptions['script']>>;
type Event = NonNullable<Script> extends Iterable<infer E> ? E : never;
type Outputs = readonly (
  | { type: 'logs'; index: number; logs: string }
  | { type: 'image'; index: number; image: { file_id: string } }
)[];

const usage = { prompt_tokens: 412, completion_tokens: 96, total_tokens: 508 };
const gate = engineGate();
/** Files of the server of the story. */
const files = { picture: '', table: '' };

const CODE = [
  'import matplotlib.pyplot as plt\n\n',
  'latency = [212, 219, 208, 1184, 1241, 1190]\n',
  'plt.bar(range(len(latency)), latency)\n',
  'plt.savefig("/mnt/data/latency.png")\nprint(max(latency))',
];

const piece = (code_interpreter: { input?: string; outputs?: Outputs }): Event => ({
  type: 'hosted-call',
  index: 0,
  call: { type: 'code_interpreter', code_interpreter },
});
const code: readonly Event[] = CODE.map((input) => piece({ input }));
const finish: Event = { type: 'finish', reason: 'stop', usage };
const say = (text: string): readonly Event[] => [{ type: 'text', part: 0, text }, finish];

interface Props extends ChatProps {
  script: () => Iterable<Event>;
}

async function serverWithFiles(script: () => Iterable<Event>): Promise<{ client: AssistantsApi }> {
  const { client } = createInPage({ gate, script, assistantTools: [{ type: 'code_interpreter' }] });
  files.picture = (await client.files?.upload(await aPicture()))?.id ?? '';
  files.table = (await client.files?.upload(new File(['minute,latency\n0,212\n'], 'latency.csv')))?.id ?? '';
  return { client };
}

function OnServer({ client, ...props }: ChatProps & { client: AssistantsApi }) {
  const [provided] = useState(client);
  return (
    <ThreadkitProvider client={provided}>
      <div data-stage="chat">
        <Chat {...props} />
      </div>
    </ThreadkitProvider>
  );
}

const meta: Meta<Props> = {
  title: 'Chat/Code interpreter',
  args: { assistantId: 'asst_demo' },
  loaders: [({ args }) => serverWithFiles(args.script)],
  render: ({ script: _script, ...props }, { loaded }) => (
    <OnServer {...props} client={loaded['client'] as AssistantsApi} />
  ),
};
export default meta;

type Story = StoryObj<Props>;

/** The code, its logs and its image, and a file to download below the response. */
export const WithImageAndFile: Story = {
  args: {
    script: () => [
      ...code,
      piece({
        outputs: [
          { type: 'logs', index: 0, logs: '1241\n' },
          { type: 'image', index: 1, image: { file_id: files.picture } },
        ],
      }),
      {
        type: 'text',
        part: 0,
        text: 'Latency rises at minute 3. The values: [table](sandbox:/mnt/data/latency.csv).',
      },
      {
        type: 'annotation',
        part: 0,
        annotation: {
          type: 'file_path',
          text: 'sandbox:/mnt/data/latency.csv',
          start_index: 47,
          end_index: 76,
          file_path: { file_id: files.table },
        },
      },
      finish,
    ],
  },
  play: async ({ canvas }) => {
    await ask(canvas, 'Draw the latency');
    await userEvent.click(await canvas.findByRole('button', { name: /^Ran Python/ }));
    await expect(await canvas.findByRole('group', { name: 'Python' })).toHaveTextContent('plt.bar');
    await expect(canvas.getByRole('group', { name: 'Logs' })).toHaveTextContent('1241');
    await expect(await canvas.findByRole('button', { name: 'Enlarge Image' })).toBeVisible();
    await expect(await canvas.findByRole('button', { name: /^Download latency\.csv/ })).toBeVisible();
  },
};

export const WithImageAndFileDark: Story = { ...WithImageAndFile, globals: { theme: 'dark' } };

/** The code is shown while it is written, without "No output". */
export const Streaming: Story = {
  args: { script: () => [...code, ...say('Done.')] },
  play: async ({ canvas }) => {
    gate.close(3);
    await ask(canvas, 'Draw the latency');
    await userEvent.click(await canvas.findByRole('button', { name: /^Running Python/ }));
    const written = await canvas.findByRole('group', { name: 'Python' });
    await expect(written).toHaveTextContent('import matplotlib');
    await expect(written).not.toHaveTextContent('savefig');
    await expect(canvas.queryByRole('group', { name: 'Logs' })).toBeNull();
    gate.open();
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(within(written).getByText(/savefig/)).toBeVisible();
  },
};

/** Code that printed nothing. */
export const WithoutOutput: Story = {
  args: { script: () => [...code, ...say('Nothing to see.')] },
  play: async ({ canvas }) => {
    await ask(canvas, 'Compute');
    await userEvent.click(await canvas.findByRole('button', { name: /^Ran Python/ }));
    await expect(await canvas.findByRole('group', { name: 'Logs' })).toHaveTextContent('No output');
  },
};

/** An image that is not there any more is named. */
export const MissingImage: Story = {
  args: {
    script: () => [
      ...code,
      piece({ outputs: [{ type: 'image', index: 0, image: { file_id: 'file_deleted' } }] }),
      ...say('Here it is.'),
    ],
  },
  play: async ({ canvas }) => {
    await ask(canvas, 'Draw');
    await userEvent.click(await canvas.findByRole('button', { name: /^Ran Python/ }));
    await expect(await canvas.findByText('file_deleted (stored on the server)')).toBeVisible();
  },
};
