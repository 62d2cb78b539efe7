import type { Meta, StoryObj } from '@storybook/react-vite';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { type Canvas, choose } from '../../stories/choose-files.ts';
import { ask, input } from '../../stories/composer-actions.ts';
import { InPage, type InPageOptions } from '../../stories/in-page.tsx';
import { aFile, aPicture } from '../../stories/sample-files.ts';
import { Chat, type ChatProps } from './chat.tsx';

type Story = StoryObj<ChatProps & { server: InPageOptions }>;

const meta: Meta<ChatProps & { server: InPageOptions }> = {
  title: 'Chat/Files',
  component: Chat,
  args: { assistantId: 'asst_demo', server: {} },
  render: ({ server, ...props }) => (
    <InPage options={server}>
      <Chat {...props} />
    </InPage>
  ),
};
export default meta;

const sendButton = (canvas: Canvas): HTMLElement => canvas.getByRole('button', { name: 'Send' });
const rows = (canvas: Canvas): HTMLElement => canvas.getByRole('list', { name: 'Attached files' });

const gate = engineGate();

/** Escape closes the lightbox without stopping the run, and returns the focus. */
export const Lightbox: Story = {
  args: { server: { gate } },
  play: async ({ canvas }) => {
    gate.close(SOME_WORDS);
    await choose(canvas, await aPicture());
    await waitFor(() => expect(sendButton(canvas)).toHaveAttribute('data-mode', 'send'));
    await ask(canvas, 'Tell me something long');
    const open = await canvas.findByRole('button', { name: 'Enlarge Attached image' });
    await canvas.findByRole('button', { name: 'Stop' });
    await userEvent.click(open);
    const dialog = await canvas.findByRole('dialog', { name: 'Attached image' });
    await expect(within(dialog).getByRole('img')).toBeVisible();
    await expect(within(dialog).getByRole('button', { name: 'Close' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    // The browser closes a dialog only for trusted key events, which a test cannot dispatch.
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(open).toHaveFocus();
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
  },
};

/** Pasted and dropped files are attached, also with their path as text; text with its image is pasted as text. */
export const PastedAndDropped: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Attach files' });
    const field = input(canvas);
    const toDataTransfer = (file: File, text?: string): DataTransfer => {
      const data = new DataTransfer();
      data.items.add(file);
      if (text !== undefined) data.setData('text/plain', text);
      return data;
    };
    const paste = (data: DataTransfer): void => {
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
      field.dispatchEvent(event);
    };
    paste(toDataTransfer(aFile('cells.png', 10, 'image/png'), 'a\tb'));
    paste(toDataTransfer(aFile('named.txt', 10), '/home/ada/named.txt'));
    paste(toDataTransfer(aFile('pasted.txt', 10)));
    const dataTransfer = toDataTransfer(aFile('dropped.txt', 10));
    const log = canvas.getByRole('log', { name: 'Conversation' });
    await fireEvent(log, new DragEvent('dragenter', { bubbles: true, dataTransfer }));
    await expect(await canvas.findByText('Drop files to attach')).toBeVisible();
    await fireEvent(log, new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    await waitFor(() => expect(rows(canvas)).toHaveTextContent(/named\.txt.*pasted\.txt.*dropped\.txt/));
    await expect(rows(canvas)).not.toHaveTextContent('cells.png');
    await expect(canvas.getByText('Drop files to attach')).not.toBeVisible();
  },
};

/** A file over the app's limits shows the reason and does not block the message. */
export const OverTheLimits: Story = {
  args: { attachments: { fileBytes: 2048, fileCount: 1 } },
  play: async ({ canvas }) => {
    await choose(canvas, aFile('a.txt', 10), aFile('large.bin', 4000), aFile('b.txt', 10));
    await expect(rows(canvas)).toHaveTextContent(/large\.binNot attached\. Maximum file size: 2 kB\./);
    await expect(rows(canvas)).toHaveTextContent(/b\.txtNot attached\. Maximum files per message: 1\./);
    await ask(canvas, 'Hello');
    await canvas.findByRole('button', { name: /^Download a\.txt/ });
  },
};

let fails = 0;

/** A failed upload shows the reason, blocks the message and can be retried. */
export const UploadRetried: Story = {
  beforeEach: () => {
    fails = 1;
  },
  args: {
    server: {
      intercept: async (request, next) => {
        if (!request.url.endsWith('/files') || fails === 0) return next(request);
        fails -= 1;
        return Response.json({ error: { message: 'The disk is full.' } }, { status: 507 });
      },
    },
  },
  play: async ({ canvas }) => {
    await choose(canvas, aFile('orders.csv', 2048));
    await expect(await canvas.findByText('Not sent. The disk is full.')).toBeVisible();
    await userEvent.type(input(canvas), 'Look{Enter}');
    await expect(input(canvas)).toHaveValue('Look');
    await expect(canvas.getAllByText('A file failed to upload. Retry or remove it.')[0]).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Retry: orders.csv' }));
    await waitFor(() => expect(rows(canvas)).toHaveTextContent('orders.csv2 kB'));
    await userEvent.type(input(canvas), '{Enter}');
    await canvas.findByRole('button', { name: /^Download orders\.csv/ });
    await expect(input(canvas)).toHaveValue('');
  },
};

/** An image can be sent without text, any other file cannot. */
export const WithoutText: Story = {
  play: async ({ canvas }) => {
    await choose(canvas, aFile('notes.md', 10));
    await waitFor(() => expect(rows(canvas)).toHaveTextContent('10 bytes'));
    await expect(sendButton(canvas)).toHaveAttribute('data-mode', 'idle');
    await choose(canvas, await aPicture());
    await waitFor(() => expect(sendButton(canvas)).toHaveAttribute('data-mode', 'send'));
    await userEvent.click(sendButton(canvas));
    await canvas.findByRole('img', { name: 'Attached image' });
  },
};

/** A queued message that is edited returns to the composer with its files. */
export const EditQueued: Story = {
  args: { server: { gate } },
  play: async ({ canvas }) => {
    gate.close(SOME_WORDS);
    await ask(canvas, 'Tell me something long');
    await canvas.findByRole('button', { name: 'Stop' });
    await choose(canvas, aFile('orders.csv', 2048));
    await waitFor(() => expect(rows(canvas)).toHaveTextContent('2 kB'));
    await userEvent.type(input(canvas), 'And this{Enter}');
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit queued message: And this' }));
    await expect(input(canvas)).toHaveValue('And this');
    await expect(rows(canvas)).toHaveTextContent('orders.csv2 kB');
  },
};

/** No attach button if the app disables files or the backend has none. */
export const FilesDisabled: Story = {
  args: { attachments: false },
  play: async ({ canvas }) => {
    await ask(canvas, 'Hello');
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(canvas.queryByRole('button', { name: 'Attach files' })).toBeNull();
  },
};
