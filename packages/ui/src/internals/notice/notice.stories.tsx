import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ErrorKind, ThreadkitError } from '@threadkit/core';
import { expect, userEvent } from 'storybook/test';
import { PartsStage } from '../../../stories/parts-fixture.tsx';
import { Connection } from '../../thread/connection.tsx';
import { ErrorNotice } from './error-notice.tsx';

const meta: Meta<typeof ErrorNotice> = { title: 'Notices', component: ErrorNotice };
export default meta;

const kinds: readonly ErrorKind[] = [
  'api',
  'locked',
  'rate-limited',
  'unauthorized',
  'network',
  'stream',
  'tool',
  'config',
];

/** An error of each kind: what happened, why, and one action. */
export const Errors: StoryObj<typeof ErrorNotice> = {
  render: () => (
    <PartsStage>
      {kinds.map((kind) => (
        <ErrorNotice
          key={kind}
          error={
            new ThreadkitError(kind, `The raw text of a "${kind}" error.`, {
              status: 400,
              requestId: 'req_1',
            })
          }
          onRetry={() => undefined}
        />
      ))}
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Not signed in.')).toBeVisible();
  },
};

/** Failures that the reader cannot fix: the text names who can, the details are for them. */
export const NotFixableByUser: StoryObj<typeof ErrorNotice> = {
  render: () => (
    <PartsStage>
      <ErrorNotice
        error={
          new ThreadkitError('config', "No assistant found with id 'asst_typo'.", {
            status: 404,
            requestId: 'req_1',
          })
        }
      />
      <ErrorNotice
        error={new ThreadkitError('api', 'The server cannot use its storage at the moment.', { status: 503 })}
        onRetry={() => undefined}
        retryAfterMs={2000}
      />
      <ErrorNotice
        error={new ThreadkitError('network', 'No response from http://127.0.0.1:4010.')}
        onRetry={() => undefined}
      />
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/The assistant does not exist\. .* need to correct its assistantId\./),
    ).toBeVisible();
    await expect(canvas.getByText(/The server has a problem\./)).toBeVisible();
    const [details] = canvas.getAllByRole('button', { name: 'Details' });
    if (details) await userEvent.click(details);
    await expect(canvas.getByText("No assistant found with id 'asst_typo'.")).toBeVisible();
  },
};

/** The notice of a lost connection; none is rendered while connected. */
export const Connections: StoryObj<typeof ErrorNotice> = {
  render: () => (
    <PartsStage>
      {(['idle', 'connecting', 'live', 'polling', 'stalled', 'reconnecting', 'offline'] as const).map(
        (state) => (
          <Connection
            key={state}
            connection={{ state, attempt: state === 'reconnecting' ? 2 : 0, lastReceivedAt: undefined }}
            onReconnect={() => undefined}
          />
        ),
      )}
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('button', { name: 'Reconnect now' })).toHaveLength(3);
    await expect(canvas.getByText(/Attempt 2\./)).toBeVisible();
  },
};
