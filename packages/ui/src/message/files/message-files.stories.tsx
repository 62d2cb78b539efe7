import type { Meta, StoryObj } from '@storybook/react-vite';
import type { AssistantsApi, MessageObject } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { useState } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import { createInPage } from '../../../stories/in-page.tsx';
import { PartsStage } from '../../../stories/parts-stage.tsx';
import { aFile, aPicture } from '../../../stories/sample-files.ts';
import { aMessage } from '../../../stories/wire-objects.ts';
import * as Message from '../index.ts';

interface Ids {
  readonly picture: string;
  readonly table: string;
  readonly drawing: string;
}

/** A server that keeps three files: a picture, a table, and a page that is called a picture. */
async function serverWithFiles(): Promise<{ client: AssistantsApi; ids: Ids }> {
  const { client } = createInPage({
    intercept: async (request, next) => {
      if (request.url.endsWith('/lost/content')) return new Promise(() => {});
      return next(request);
    },
  });
  const send = async (file: File): Promise<string> => (await client.files?.upload(file))?.id ?? '';
  const page = new File(['<script>alert(1)</script>'], 'page.png', { type: 'image/png' });
  const ids = {
    picture: await send(await aPicture()),
    table: await send(aFile('orders-of-the-third-quarter-by-region-and-product.csv', 319_488)),
    drawing: await send(page),
  };
  return { client, ids };
}

type Message = Pick<MessageObject, 'role' | 'content' | 'attachments'>;
type Props = { messages: (ids: Ids) => readonly Message[] };

function Messages({ client, messages }: { client: AssistantsApi; messages: readonly Message[] }) {
  const [provided] = useState(client);
  return (
    <ThreadkitProvider client={provided}>
      <PartsStage>
        {messages.map((message, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- they keep their places
          <Message.Root key={index} role={message.role}>
            <Message.Content message={message} />
          </Message.Root>
        ))}
      </PartsStage>
    </ThreadkitProvider>
  );
}

const meta: Meta<Props> = {
  title: 'Message/Files',
  loaders: [serverWithFiles],
  render: ({ messages }, { loaded }) => (
    <Messages client={loaded['client'] as AssistantsApi} messages={messages(loaded['ids'] as Ids)} />
  ),
};
export default meta;

type Story = StoryObj<Props>;

const image = (id: string): MessageObject['content'][number] => ({
  type: 'image_file',
  image_file: { file_id: id },
});

/** An image and a file that a person sent; a file that an answer made. */
export const Shown: Story = {
  args: {
    messages: ({ picture, table }) => [
      {
        role: 'user',
        content: [image(picture), ...aMessage('user', 'What happened on Thursday?').content],
        attachments: [{ file_id: table, tools: [{ type: 'code_interpreter' }] }],
      },
      {
        role: 'assistant',
        content: [
          {
            type: 'text',
            text: {
              value: 'Latency rose at noon. The numbers are in [the table](sandbox:/mnt/data/report.csv).',
              annotations: [
                {
                  type: 'file_path',
                  text: 'sandbox:/mnt/data/report.csv',
                  start_index: 57,
                  end_index: 85,
                  file_path: { file_id: table },
                },
              ],
            },
          },
        ],
      },
    ],
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByRole('img', { name: 'Attached image' })).toBeVisible();
    const [download] = await canvas.findAllByRole('button', { name: /^Download orders/ });
    // What the text calls an address is none: only the client fetches a file.
    await expect(canvasElement.querySelector('a')).toBeNull();
    const saved: string[] = [];
    const catchSave = (event: MouseEvent): void => {
      event.preventDefault();
      if (event.target instanceof HTMLAnchorElement) saved.push(event.target.download);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (): void {
      this.addEventListener('click', catchSave);
      click.call(this);
    };
    if (download) await userEvent.click(download);
    await waitFor(() => expect(saved).toEqual(['orders-of-the-third-quarter-by-region-and-product.csv']));
    HTMLAnchorElement.prototype.click = click;
  },
};

/** Still ground while an image is on its way. */
export const Loading: Story = {
  args: { messages: () => [{ role: 'user', content: [image('lost')] }] },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-slot="message-image-place"]')).toBeVisible(),
    );
    await expect(canvas.queryByRole('img')).toBeNull();
  },
};

/** What is gone, or no image whatever it is called, is named. */
export const NotThere: Story = {
  args: {
    messages: ({ drawing }) => [
      {
        role: 'user',
        content: [image(drawing), image('file_gone')],
        attachments: [{ file_id: 'file_gone_too', tools: [{ type: 'file_search' }] }],
      },
    ],
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Image: file_gone')).toBeVisible();
    await expect(await canvas.findByText(/^Image: file_\w{24}$/)).toBeVisible();
    await expect(await canvas.findByText('File file_gone_too')).toBeVisible();
    await expect(canvas.queryByRole('img')).toBeNull();
  },
};
