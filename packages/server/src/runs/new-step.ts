import type { RunObject, RunStepObject } from '@threadkit/core/api';

/** A new step. The schema has `expired_at`, the hosted service sent `expires_at`: both are set. */
export function newStep(
  run: RunObject,
  id: string,
  details: RunStepObject['step_details'],
  at: number,
): RunStepObject {
  return {
    id,
    object: 'thread.run.step',
    created_at: at,
    run_id: run.id,
    assistant_id: run.assistant_id,
    thread_id: run.thread_id,
    type: details.type,
    status: 'in_progress',
    cancelled_at: null,
    completed_at: null,
    expired_at: null,
    expires_at: run.expires_at,
    failed_at: null,
    last_error: null,
    step_details: details,
    usage: null,
    metadata: {},
  };
}

export type StepOutcome =
  | { readonly to: 'completed' | 'cancelled' | 'expired' }
  | { readonly to: 'failed'; readonly error: NonNullable<RunStepObject['last_error']> };

export function endStep(
  step: RunStepObject,
  outcome: StepOutcome,
  at: number,
  usage: RunStepObject['usage'] = step.usage,
): RunStepObject {
  return {
    ...step,
    status: outcome.to,
    expires_at: null,
    usage,
    ...(outcome.to === 'completed' && { completed_at: at }),
    ...(outcome.to === 'cancelled' && { cancelled_at: at }),
    ...(outcome.to === 'expired' && { expired_at: at }),
    ...(outcome.to === 'failed' && { failed_at: at, last_error: outcome.error }),
  };
}
