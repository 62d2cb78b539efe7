import type { ReactElement } from 'react';
import * as AssistantEditor from '../src/assistant/editor/index.ts';
import { Chat } from '../src/chat/index.ts';
import { DEFAULT_LIMITS } from '../src/composer/attachments/attachment-limits.ts';
import * as Attachments from '../src/composer/attachments/index.ts';
import * as Composer from '../src/composer/index.ts';
import * as Thread from '../src/thread/index.ts';
import * as ToolApproval from '../src/tool/approval/index.ts';
import * as RunStep from '../src/tool/run-step/index.ts';
import { createInPage } from './in-page.tsx';
import { Scene } from './threads-fixture.tsx';

// Parents for the part table.

export const composer = (part: ReactElement): ReactElement => (
  <Composer.Root onSend={() => undefined}>{part}</Composer.Root>
);
export const thread = (part: ReactElement): ReactElement => <Thread.Root>{part}</Thread.Root>;
export const approval = (part: ReactElement): ReactElement => (
  <ToolApproval.Root>
    <ToolApproval.Question>Go on?</ToolApproval.Question>
    {part}
  </ToolApproval.Root>
);
export const question = (part: ReactElement): ReactElement => <ToolApproval.Root>{part}</ToolApproval.Root>;
export const step = (part: ReactElement): ReactElement => (
  <RunStep.Root icon="done" defaultOpen>
    {part}
  </RunStep.Root>
);
export const server = (part: ReactElement): ReactElement => (
  <Scene client={createInPage().client}>{part}</Scene>
);
export const chat = (part: ReactElement): ReactElement =>
  server(<Chat.Root assistantId="asst_demo">{part}</Chat.Root>);
const unused = (): never => {
  throw new Error('No part does this by itself.');
};
export const attachments = (part: ReactElement): ReactElement => (
  <Attachments.Root
    value={{
      attachments: [{ key: 'a', name: 'a.txt', size: 1, type: '', file: undefined, status: 'waiting' }],
      limits: DEFAULT_LIMITS,
      add: unused,
      remove: unused,
      retry: unused,
      take: unused,
      restore: unused,
    }}
  >
    {part}
  </Attachments.Root>
);
export const editor = (part: ReactElement): ReactElement =>
  server(<AssistantEditor.Root>{part}</AssistantEditor.Root>);
