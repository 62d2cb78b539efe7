import type {
  MessageIncompleteReason,
  MessageObject,
  RunCompletionUsage,
  RunStepObject,
  StreamEvent,
} from '@threadkit/core/api';
import { cutMessage } from './new-message.ts';
import { endStep, type StepEnding } from './new-step.ts';

/** Unfinished work of a run: at most one step, and the message in progress. */
export interface OpenWork {
  readonly step: RunStepObject | undefined;
  readonly message: MessageObject | undefined;
}

export interface ClosedWork {
  readonly events: StreamEvent[];
  readonly messages: MessageObject[];
  readonly steps: RunStepObject[];
}

/**
 * Closes open work, message before step as the contract orders them. The message keeps its text. `usage` is that of
 * a step that waited for tool outputs.
 */
export function closeOpenWork(
  open: OpenWork,
  reason: MessageIncompleteReason,
  stepEnding: StepEnding,
  at: number,
  usage: RunCompletionUsage | null = null,
): ClosedWork {
  const closed: ClosedWork = { events: [], messages: [], steps: [] };
  if (open.message) {
    const message = cutMessage(open.message, reason, at);
    closed.messages.push(message);
    closed.events.push({ event: 'thread.message.incomplete', data: message });
  }
  if (open.step) {
    const step = endStep(open.step, stepEnding, at, usage);
    closed.steps.push(step);
    closed.events.push({ event: `thread.run.step.${stepEnding.to}`, data: step });
  }
  return closed;
}
