'use client';

import type { MessageObject, RunObject, RunStepObject, ThreadkitError } from '@threadkit/core';
import { useRunSteps, useTimelineMessage, useToolCalls } from '@threadkit/react';
import { type ReactNode, useState } from 'react';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { plainText } from '../../message/plain-text.ts';
import { describeOutcome, type OutcomeAction } from '../../run/describe-outcome.ts';
import { RunOutcome } from '../../run/run-outcome.tsx';
import { RunSummary } from '../../run/run-summary.tsx';
import { useChat } from '../chat-context.ts';
import { useRunContext } from './run-context.ts';
import { countCalls } from './run-metrics.ts';
import { useRetryWait } from './server-clock.ts';
import { useAnnouncedOnce } from './use-announced-once.ts';

const Feedback = lazyPart(
  loadLazyParts,
  (parts) => parts.Feedback,
  () => null,
);
const RunDetails = lazyPart(loadLazyParts, (parts) => parts.RunDetails);

interface RunResultProps {
  run: RunObject;
  /** The run waited for the user when it ended. */
  wasWaiting: boolean;
  /** This page followed the run, so its outcome is announced. Those of a history are not. */
  wasFollowed: boolean;
}

/** The end of the thread line of an ended run: the summary of a completed run, else the outcome and its action. */
export function RunResult({ run, wasWaiting, wasFollowed }: RunResultProps): ReactNode {
  const { controller, focusComposer, send } = useChat('Chat.RunFooter');
  const { items, questionKey, isLast } = useRunContext('Chat.RunFooter');
  const strings = useStrings();
  const before = useTimelineMessage({ messageKey: questionKey ?? '' })?.message;
  // The message before the run may be the assistant's, which cannot be sent again.
  const question = before?.role === 'user' ? before : undefined;
  const lastMessageKey = items.findLast(({ kind }) => kind === 'message')?.key;
  const response = useTimelineMessage({ messageKey: lastMessageKey ?? '' })?.message;
  const calls = useToolCalls({ runId: run.id });
  const wasPendingApproval =
    wasWaiting && calls.some((call) => call.state === 'closed' && call.reason === 'expired');
  const steps = useRunSteps({ threadId: run.thread_id, runId: run.id }).data;
  const retryAfterMs = useRetryWait(run);
  const hasText = response !== undefined && plainText(response) !== '';
  const outcome = describeOutcome({ run, wasPendingApproval, hasText }, strings);
  const isEmpty = run.status === 'completed' && isWithoutResponse(response, steps);
  const outcomeText = isEmpty ? strings.outcome.noText : outcome && `${outcome.title} ${outcome.text}`;
  useAnnouncedOnce(controller, wasFollowed ? run.id : undefined, outcomeText);
  const askAgain = (): void => {
    if (question) send(plainText(question));
  };
  if (run.status === 'completed') {
    return (
      <CompletedRun
        run={run}
        steps={steps ?? []}
        question={question}
        response={response}
        isEmpty={isEmpty}
        onAskAgain={askAgain}
      />
    );
  }
  const onAction = (action: OutcomeAction): void => {
    if (action === 'continue') send(strings.outcome.continueMessage);
    else askAgain();
    // The button unmounts: move its focus to the composer.
    focusComposer();
  };
  return (
    <RunOutcome
      run={run}
      wasPendingApproval={wasPendingApproval}
      hasText={hasText}
      retryAfterMs={retryAfterMs}
      // Only the last run offers an action, because it sends a message at the end of the thread.
      onAction={isLast ? onAction : undefined}
    />
  );
}

interface CompletedRunProps {
  run: RunObject;
  steps: readonly RunStepObject[];
  question: MessageObject | undefined;
  response: MessageObject | undefined;
  isEmpty: boolean;
  onAskAgain: () => void;
}

/** The summary of a completed run, with the rating buttons, the details and the regenerate button. */
function CompletedRun({ run, steps, question, response, isEmpty, onAskAgain }: CompletedRunProps): ReactNode {
  const { decisions, prices, rate, ratings } = useChat('Chat.RunFooter');
  const { isLast } = useRunContext('Chat.RunFooter');
  const { error, regenerate } = useRegenerate(question?.id);
  return (
    <>
      <RunSummary
        run={run}
        stepCount={countCalls(steps)}
        getText={isEmpty ? undefined : () => (response ? plainText(response) : '')}
        onRegenerate={question && (isLast ? regenerate : onAskAgain)}
        regenerateMode={isLast ? 'replace' : 'append'}
        actions={
          rate &&
          response && (
            <Feedback
              defaultRating={ratings.get(run.id)}
              onRate={(rating) =>
                rate({ threadId: run.thread_id, runId: run.id, messageId: response.id, rating })
              }
            />
          )
        }
        details={
          <RunDetails
            run={run}
            steps={steps}
            waitedForApproval={({ id }) => decisions.has(id)}
            prices={prices?.[run.model]}
          />
        }
      />
      {error && <ErrorNotice error={error} onRetry={regenerate} />}
    </>
  );
}

/** Whether a completed run has no visible text. Decided by its steps until its message has loaded. */
function isWithoutResponse(
  response: MessageObject | undefined,
  steps: readonly RunStepObject[] | undefined,
): boolean {
  if (response)
    return response.content.every((part) => part.type === 'text' && part.text.value.trim() === '');
  return steps?.every(({ step_details }) => step_details.type !== 'message_creation') ?? false;
}

/** Regenerates the last response. Its error is shown beside the response. */
function useRegenerate(questionId: string | undefined): {
  readonly error: ThreadkitError | undefined;
  regenerate(): void;
} {
  const { focusComposer, regenerate } = useChat('Chat.RunFooter');
  const [error, setError] = useState<ThreadkitError>();
  return {
    error,
    regenerate() {
      setError(undefined);
      // The button unmounts with the response: move its focus to the composer.
      focusComposer();
      void regenerate(questionId ?? '').then((outcome) => {
        if (outcome.status === 'failed') setError(outcome.error);
      });
    },
  };
}
