'use client';

import { useRunItems } from '@threadkit/react';
import { type MemoExoticComponent, memo, type ReactNode, useState } from 'react';
import { RunSteps } from '../../run/run-steps.tsx';
import { useChat } from '../chat-context.ts';
import { Contained } from '../contained.tsx';
import { UnreadDivider } from '../unread/unread-divider.tsx';
import { DoneSteps } from './done-steps.tsx';
import { groupItems } from './group-items.ts';
import { RunFooter, RunProgress } from './run-footer.tsx';
import { RunItemStep } from './run-item.tsx';
import { RunMessage } from './run-message.tsx';

export interface ChatRunProps {
  runId: string;
  /** The user message that the run answers. */
  questionKey: string | undefined;
  /** Nothing stands below: only then does an ending offer its way on. */
  isLast: boolean;
  /** The first that came while the reader was away. @defaultValue false */
  isNew?: boolean | undefined;
}

/**
 * All that one run did, on one thread line: its steps, its answers, its end. Renders a `<div>`; its parts
 * subscribe for themselves.
 */
export const ChatRun: MemoExoticComponent<(props: ChatRunProps) => ReactNode> = memo(function Turn({
  runId,
  questionKey,
  isLast,
  isNew = false,
}: ChatRunProps): ReactNode {
  const { controller } = useChat('Turn');
  const { run, isLive, items } = useRunItems({ controller, runId });
  const groups = groupItems(items);
  const last = groups.at(-1);
  // Rows that someone has watched come in do not fold under their eyes.
  const [wasLive] = useState(isLive);
  const end = run && {
    run,
    questionKey,
    isLast,
    lastMessageKey: items.findLast(({ kind }) => kind === 'message')?.key,
    lastStepId: last?.kind === 'steps' ? last.stepIds.at(-1) : undefined,
  };
  return (
    <div data-slot="chat-run" data-status={run?.status} data-live={isLive ? '' : undefined}>
      {isNew && <UnreadDivider />}
      {groups.map((group) => {
        if (group.kind === 'message') {
          return <RunMessage key={group.key} messageKey={group.key} runStatus={run?.status} />;
        }
        const steps = group.stepIds.map((stepId) => (
          <RunItemStep key={stepId} runId={runId} stepId={stepId} />
        ));
        return run && !isLive && !wasLive ? (
          <DoneSteps key={group.key} run={run} stepIds={group.stepIds}>
            {steps}
          </DoneSteps>
        ) : (
          <RunSteps key={group.key} count={group.stepIds.length}>
            {steps}
          </RunSteps>
        );
      })}
      {end && (
        <Contained readText={() => JSON.stringify(end.run, undefined, 2)} resetKey={end.run.status}>
          {isLive ? <RunProgress {...end} /> : <RunFooter {...end} />}
        </Contained>
      )}
    </div>
  );
});
