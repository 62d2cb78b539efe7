import type { Meta, StoryObj } from '@storybook/react-vite';
import { ThreadkitError } from '@threadkit/core';
import { expect, fn, userEvent } from 'storybook/test';
import { onStage } from '../../../stories/decorators.tsx';
import { aPicture } from '../../../stories/sample-files.ts';
import * as Composer from '../index.ts';
import type { Attachment, AttachmentState } from './attachment.ts';
import { DEFAULT_LIMITS } from './attachment-limits.ts';
import * as Attachments from './index.ts';

const MB = 1024 * 1024;
const given = (name: string, size: number, state: AttachmentState, file?: File): Attachment => ({
  key: name,
  name,
  size,
  type: file?.type ?? '',
  file,
  ...state,
});
const value = {
  attachments: [] as readonly Attachment[],
  limits: DEFAULT_LIMITS,
  add: fn(),
  remove: fn(),
  retry: fn(),
  take: fn(),
  restore: fn(),
};

type Props = { attachments: readonly Attachment[]; blockedReason?: string };

const meta: Meta<Props> = {
  title: 'Attachments',
  decorators: [onStage],
  loaders: [async () => ({ picture: await aPicture() })],
  args: { attachments: [] },
  render: ({ attachments, blockedReason }, { loaded }) => (
    <Attachments.Root
      value={{
        ...value,
        attachments: attachments.map((item) =>
          item.name.endsWith('.png') ? { ...item, type: 'image/png', file: loaded['picture'] as File } : item,
        ),
      }}
    >
      <Composer.Root onSend={fn()} blockedReason={blockedReason}>
        <Composer.Box>
          <Attachments.List />
          <Attachments.Button />
          <Attachments.DropZone />
          <Composer.Input />
          <Composer.Send />
        </Composer.Box>
        <Composer.Hint />
      </Composer.Root>
    </Attachments.Root>
  ),
};
export default meta;

type Story = StoryObj<Props>;

export const None: Story = {};

/** Uploads in progress, one with a progress bar and one waiting. The message cannot be sent, and the hint says why. */
export const Uploading: Story = {
  args: {
    blockedReason: 'Files are still uploading. You can send your message when they finish.',
    attachments: [
      given('latency.png', 0.4 * MB, { status: 'done', fileId: 'file_1' }),
      given('access-2026-11-19.log', 12 * MB, { status: 'uploading', uploadedBytes: 4.8 * MB }),
      given('orders.csv', 312 * 1024, { status: 'uploading', uploadedBytes: 0 }),
      given('notes.md', 4 * 1024, { status: 'waiting' }),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('progressbar', { name: 'access-2026-11-19.log' })).toBeVisible();
    await expect(canvas.getByText('4.8 MB of 12 MB')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'What is this?{Enter}');
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveValue('What is this?');
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true');
  },
};

/** Each failed or rejected file shows the reason. */
export const FailedAndRefused: Story = {
  args: {
    blockedReason: 'A file failed to upload. Retry or remove it.',
    attachments: [
      given('a-recording-with-quite-a-long-name-2026-11-19.mp4', 9 * MB, {
        status: 'failed',
        error: new ThreadkitError('api', 'File too large. Expected at most 4194304 bytes.', { status: 413 }),
      }),
      given('orders.csv', MB, { status: 'failed', error: new ThreadkitError('network', 'No response.') }),
      given('disk.iso', 900 * MB, { status: 'rejected', reason: 'too-large' }),
      given('eleventh.txt', MB, { status: 'rejected', reason: 'too-many' }),
      given('setup.exe', MB, { status: 'rejected', reason: 'wrong-type' }),
      given('empty.txt', 0, { status: 'rejected', reason: 'empty' }),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Not sent. File too large. Expected at most 4194304 bytes.')).toBeVisible();
    await expect(canvas.getByText('Not attached. Maximum file size: 20 MB.')).toBeInTheDocument();
    await expect(canvas.getByText('Not attached. Maximum files per message: 10.')).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: 'Retry: orders.csv' }));
    await expect(value.retry).toHaveBeenCalledWith('orders.csv');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove disk.iso' }));
    await expect(value.remove).toHaveBeenCalledWith('disk.iso');
  },
};

/** Files are dragged over the thread. */
export const DraggingFiles: Story = {
  play: async ({ canvas, canvasElement }) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'a.txt'));
    const thread = canvasElement.querySelector('[data-slot="thread"]');
    thread?.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer: data }));
    await expect(await canvas.findByText('Drop files to attach')).toBeVisible();
  },
};
