import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ErrorKind, ThreadkitError } from '@threadkit/core';
import { expect } from 'storybook/test';
import { Connection } from '../connection/connection.tsx';
import { PartsStage } from '../stories/stage.tsx';
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

/** An error of each kind: what happened, why, and one way on. */
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

/** The broken line. While all is well there is none. */
export const Connections: StoryObj<typeof ErrorNotice> = {
  render: () => (
    <PartsStage>
      {(['idle', 'connecting', 'live', 'polling', 'stalled', 'reconnecting', 'offline'] as const).map(
        (state) => (
          <Connection
            key={state}
            connection={{ state, attempt: state === 'reconnecting' ? 2 : 0, lastEventAt: undefined }}
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
