'use client';

import type { MessageObject, RunObject, RunStepObject, ThreadkitError } from '@threadkit/core';
import {
  useConnection,
  useNow,
  useRunSteps,
  useTimelineMessage,
  useTimelineRunStep,
  useToolCalls,
} from '@threadkit/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { plainText } from '../../message/plain-text.ts';
import { describeOutcome, type OutcomeAction } from '../../run/describe-outcome.ts';
import { RunOutcome } from '../../run/run-outcome.tsx';
import { NEAR_END_MS, RunStatusLabel } from '../../run/run-status.tsx';
import { RunSummary } from '../../run/run-summary.tsx';
import { Connection } from '../../thread/connection.tsx';
import { ApprovalBox } from '../../tool/approval/approval-box.tsx';
import { asksPerson } from '../../tool/approval/describe-approval.ts';
import { useChat } from '../chat-context.ts';
import { countCalls } from './count-calls.ts';
import { toolSchema } from './tool-schema.ts';
import { useRetryWait } from './use-retry-wait.ts';
import { useServerNow } from './use-server-now.ts';

const Feedback = lazyPart(
  (parts) => parts.Feedback,
  () => null,
);
const RunDetails = lazyPart((parts) => parts.RunDetails);

export interface RunFooterProps {
  run: RunObject;
  /** The user message that the run answers. */
  questionKey: string | undefined;
  /** The conversation went no further. */
  isLast: boolean;
  lastMessageKey: string | undefined;
  /** Undefined where the last thing in the turn is not a step. */
  lastStepId: string | undefined;
}

/** The end of a live line: what is asked, what is lost, or what is going on. */
export function RunProgress({ run, lastStepId }: RunFooterProps): ReactNode {
  const { controller, decide } = useChat('RunProgress');
  const connection = useConnection({ controller });
  const calls = useToolCalls({ controller, runId: run.id });
  const lastStep = useTimelineRunStep({ controller, runId: run.id, stepId: lastStepId ?? '' });
  const asking = calls.filter(asksPerson);
  const now = useNow({ everyMs: asking.length > 0 ? 1000 : undefined });
  if (asking.length > 0) {
    return (
      <ApprovalBox
        // A box with other questions in it is another box: it takes the focus that a pressed button left.
        key={asking.map(({ id }) => id).join()}
        calls={asking}
        now={now}
        schemaOf={(name) => toolSchema(run, name)}
        onDecide={decide}
      />
    );
  }
  const isBroken = ['stalled', 'reconnecting', 'offline'].includes(connection.state);
  if (isBroken) return <Connection connection={connection} onReconnect={controller.attach} />;
  // The running row carries the mark that moves; a second one would be one too many.
  const hostedRuns =
    lastStep?.status === 'in_progress' &&
    lastStep.step_details.type === 'tool_calls' &&
    lastStep.step_details.tool_calls.some(({ type }) => type !== 'function');
  if (run.status === 'in_progress' || run.status === 'requires_action') {
    if (hostedRuns || calls.some(({ state }) => state === 'running')) return <NearEnd run={run} />;
  }
  const isWaiting = run.status === 'requires_action' && calls.some(({ state }) => state === 'waiting');
  const status = run.status === 'requires_action' && !isWaiting ? 'in_progress' : run.status;
  return <LiveStatus status={status} run={run} />;
}

function LiveStatus({ status, run }: { status: RunObject['status']; run: RunObject }): ReactNode {
  const now = useServerNow(1000);
  return (
    <RunStatusLabel
      status={status}
      elapsedMs={now - run.created_at * 1000}
      expiresInMs={expiryOf(run) - now}
    />
  );
}

/** A row above tells what runs; how long it still may is told below, where that is short. */
function NearEnd({ run }: { run: RunObject }): ReactNode {
  const left = expiryOf(run) - useServerNow(1000);
  return left < NEAR_END_MS && <RunStatusLabel status={run.status} icon="queued" expiresInMs={left} />;
}

function expiryOf({ expires_at: expiresAt }: RunObject): number {
  return expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt * 1000;
}

/** The end of an ended line: a receipt, or how it ended and the way on. */
export function RunFooter({ run, questionKey, isLast, lastMessageKey }: RunFooterProps): ReactNode {
  const { controller, decisions, focusComposer, prices, rate, ratings, send } = useChat('RunFooter');
  const strings = useStrings();
  const written = useTimelineMessage({ controller, messageKey: questionKey ?? '' })?.message;
  // A thread may begin with an answer that was given to it: that is nothing to ask again.
  const question = written?.role === 'user' ? written : undefined;
  const answer = useTimelineMessage({ controller, messageKey: lastMessageKey ?? '' })?.message;
  const calls = useToolCalls({ controller, runId: run.id });
  const wasAsking = calls.some((call) => call.state === 'closed' && call.reason === 'expired');
  const loadedSteps = useRunSteps({ threadId: run.thread_id, runId: run.id }).data;
  const steps = loadedSteps ?? [];
  const waitMs = useRetryWait(run);
  const hasText = answer !== undefined && plainText(answer) !== '';
  const ending = describeOutcome({ run, wasAsking, hasText }, strings);
  const wroteNothing = run.status === 'completed' && isWithoutAnswer(answer, loadedSteps);
  const ended = ending && `${ending.title} ${ending.text}`;
  useAnnouncedOutcome(wroteNothing ? strings.ending.nothingWritten : ended);

  const replacement = useReplacement(question?.id);
  const askAgain = (): void => {
    if (question) send(plainText(question));
  };
  if (run.status === 'completed') {
    return (
      <>
        <RunSummary
          run={run}
          stepCount={countCalls(steps)}
          answer={wroteNothing ? undefined : () => (answer ? plainText(answer) : '')}
          onAgain={question && (isLast ? replacement.replace : askAgain)}
          again={isLast ? 'replace' : 'below'}
          actions={
            rate &&
            answer && (
              <Feedback
                defaultRating={ratings.get(run.id)}
                onRate={(rating) =>
                  rate({ threadId: run.thread_id, runId: run.id, messageId: answer.id, rating })
                }
              />
            )
          }
          details={
            <RunDetails
              run={run}
              steps={steps}
              asked={({ id }) => decisions.has(id)}
              prices={prices?.[run.model]}
            />
          }
        />
        {replacement.error && <ErrorNotice error={replacement.error} onRetry={replacement.replace} />}
      </>
    );
  }
  const onAction = (action: OutcomeAction): void => {
    if (action === 'continue') send(strings.ending.continueMessage);
    else askAgain();
    // The way on is taken: its button goes.
    focusComposer();
  };
  return (
    <RunOutcome
      run={run}
      wasAsking={wasAsking}
      hasText={hasText}
      waitMs={waitMs}
      // Further down it would go on with something else.
      onAction={isLast ? onAction : undefined}
    />
  );
}

/** Whether a completed run wrote nothing that could be shown. Its message may still be loading: the steps tell. */
function isWithoutAnswer(
  answer: MessageObject | undefined,
  steps: readonly RunStepObject[] | undefined,
): boolean {
  if (answer) return answer.content.every((part) => part.type === 'text' && part.text.value.trim() === '');
  return steps?.every(({ step_details }) => step_details.type !== 'message_creation') ?? false;
}

/** Has the last answer given anew. What fails is told where it was asked for. */
function useReplacement(questionId: string | undefined): {
  readonly error: ThreadkitError | undefined;
  replace(): void;
} {
  const { focusComposer, regenerate } = useChat('useReplacement');
  const [error, setError] = useState<ThreadkitError>();
  const replace = (): void => {
    setError(undefined);
    // The button goes with its answer.
    focusComposer();
    void regenerate(questionId ?? '').then((outcome) => {
      if (outcome.status === 'failed') setError(outcome.error);
    });
  };
  return { error, replace };
}

/** Says how a run ended, if it ended while someone looked: this part appears at that moment. */
function useAnnouncedOutcome(text: string | undefined): void {
  const announce = useAnnounce();
  const said = useRef(false);
  // Joins the live region.
  useEffect(() => {
    if (text === undefined || said.current) return;
    said.current = true;
    announce(text);
  }, [announce, text]);
}
