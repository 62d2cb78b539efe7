import type {
  MessageIncompleteReason,
  MessageObject,
  RunCompletionUsage,
  RunStepObject,
  StreamEvent,
} from '@threadkit/core/api';
import type { Scope, Storage } from '../storage/storage.ts';
import { cutMessage } from './new-message.ts';
import { endStep, type StepOutcome } from './new-step.ts';
import { withoutReasoning } from './reasoning.ts';

/** Unfinished work of a run: at most one step, and the message in progress. */
export interface OpenWork {
  readonly step: RunStepObject | undefined;
  readonly message: MessageObject | undefined;
}

export const NO_WORK: OpenWork = { step: undefined, message: undefined };

/** Reads the unfinished work of a run: only its newest step and message can be open. */
export async function readOpenWork(storage: Storage, scope: Scope): Promise<OpenWork> {
  const [step, messages] = await Promise.all([
    readOpenStep(storage, scope),
    storage.messages.list(scope, { order: 'desc', limit: 1 }),
  ]);
  const message = messages?.data[0];
  return { step, message: message?.status === 'in_progress' ? message : undefined };
}

/** Reads the unfinished step of a run, such as the one whose calls wait for outputs. */
export async function readOpenStep(storage: Storage, scope: Scope): Promise<RunStepObject | undefined> {
  const steps = await storage.steps.list(scope, { order: 'desc', limit: 1 });
  const step = steps?.data[0];
  return step?.status === 'in_progress' ? step : undefined;
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
  stepOutcome: StepOutcome,
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
    // Reasoning that was cut off is not kept.
    const step = endStep(withoutReasoning(open.step), stepOutcome, at, usage);
    closed.steps.push(step);
    closed.events.push({ event: `thread.run.step.${stepOutcome.to}`, data: step });
  }
  return closed;
}
