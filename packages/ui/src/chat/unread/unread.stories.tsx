import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { onStage } from '../../../stories/decorators.tsx';
import { aMessage, aRun } from '../../../stories/wire-objects.ts';
import * as Message from '../../message/index.ts';
import { RunSummary } from '../../run/run-summary.tsx';
import { UnreadDivider } from './unread-divider.tsx';

const meta: Meta = { title: 'Thread/Unread divider', decorators: [onStage] };
export default meta;

type Story = StoryObj;

/** The divider is in the gap above the first unread response, so nothing moves when it disappears. */
export const AboveAResponse: Story = {
  render: () => (
    <>
      <Message.Root role="user">
        <Message.Content message={aMessage('user', 'What changed on Thursday?')} />
      </Message.Root>
      <div data-slot="chat-run">
        <UnreadDivider />
        <Message.Root role="assistant">
          <Message.Content message={aMessage('assistant', 'The release at 14:06 doubled the queries.')} />
        </Message.Root>
        <RunSummary run={aRun()} stepCount={0} getText={() => ''} />
      </div>
    </>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('New')).toBeVisible();
  },
};

export const Dark: Story = { ...AboveAResponse, globals: { theme: 'dark' } };
