import {
  FAILURE_KEY,
  isTerminal,
  MAX_METADATA_PAIRS,
  type RequiredAction,
  type RunCompletionUsage,
  type RunObject,
  type RunStatus,
} from '@threadkit/core/api';
import type { FailureKind } from '../engines/engine-error.ts';
import type { RunFailure } from './run-failure.ts';

const NEXT: Record<RunStatus, readonly RunStatus[]> = {
  queued: ['in_progress', 'cancelling', 'failed', 'expired'],
  in_progress: ['requires_action', 'cancelling', 'completed', 'incomplete', 'failed', 'expired'],
  requires_action: ['queued', 'cancelling', 'expired'],
  cancelling: ['cancelled', 'completed', 'failed', 'incomplete', 'expired'],
  cancelled: [],
  failed: [],
  completed: [],
  incomplete: [],
  expired: [],
};

export function canTransition(from: RunStatus, to: RunStatus): boolean {
  return NEXT[from].includes(to);
}

/** A target status with the data it requires. */
export type RunTransition =
  | { readonly to: 'queued' | 'in_progress' | 'cancelling' }
  | { readonly to: 'cancelled' | 'expired' | 'completed'; readonly usage: RunCompletionUsage | null }
  | { readonly to: 'requires_action'; readonly action: RequiredAction }
  | ({ readonly to: 'failed'; readonly usage: RunCompletionUsage | null } & RunFailure)
  | {
      readonly to: 'incomplete';
      readonly reason: NonNullable<RunObject['incomplete_details']>['reason'] & string;
      readonly usage: RunCompletionUsage | null;
    };

/** The run after a transition, at a time in Unix seconds. Throws on an invalid transition, which is a bug. */
export function transitionRun(run: RunObject, transition: RunTransition, at: number): RunObject {
  if (!canTransition(run.status, transition.to)) {
    throw new Error(`A run cannot go from ${run.status} to ${transition.to} (${run.id}).`);
  }
  return {
    ...run,
    status: transition.to,
    required_action: transition.to === 'requires_action' ? transition.action : null,
    // A tool round does not extend the deadline; an ended run has none.
    expires_at: isTerminal({ status: transition.to }) ? null : run.expires_at,
    // Set again after each tool round: the time a worker last started the run.
    ...(transition.to === 'in_progress' && { started_at: at }),
    ...(transition.to === 'completed' && { completed_at: at }),
    ...(transition.to === 'cancelled' && { cancelled_at: at }),
    ...(transition.to === 'failed' && {
      failed_at: at,
      last_error: transition.error,
      metadata: withFailure(run.metadata, transition.failure),
    }),
    ...(transition.to === 'incomplete' && { incomplete_details: { reason: transition.reason } }),
    ...('usage' in transition && { usage: transition.usage }),
  };
}

/** `last_error.code` has no value for this. Dropped when the app's own metadata uses all pairs. */
function withFailure(
  metadata: RunObject['metadata'],
  failure: FailureKind | undefined,
): RunObject['metadata'] {
  if (failure === undefined || Object.keys(metadata ?? {}).length >= MAX_METADATA_PAIRS) return metadata;
  return { ...metadata, [FAILURE_KEY]: failure };
}
