import type { RequiredAction, RunCompletionUsage, RunObject, RunStatus } from '@threadkit/core/api';
import type { FailureKind } from '../engines/engine-error.ts';
import { isTerminal } from '../storage/run-status.ts';
import { FAILURE, type RunFailure } from './run-failure.ts';

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

/** What a transition brings along besides its time. */
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

/** The run after a transition, at a time in Unix seconds. An illegal one is a fault of ours, and throws. */
export function transitionRun(run: RunObject, move: RunTransition, at: number): RunObject {
  if (!canTransition(run.status, move.to)) {
    throw new Error(`A run cannot go from ${run.status} to ${move.to} (${run.id}).`);
  }
  return {
    ...run,
    status: move.to,
    required_action: move.to === 'requires_action' ? move.action : null,
    // Kept while the run lives, not extended by a tool round; gone once it has ended.
    expires_at: isTerminal(move.to) ? null : run.expires_at,
    // Also reset after a tool round, so that it tells when the worker last picked the run up.
    ...(move.to === 'in_progress' && { started_at: at }),
    ...(move.to === 'completed' && { completed_at: at }),
    ...(move.to === 'cancelled' && { cancelled_at: at }),
    ...(move.to === 'failed' && {
      failed_at: at,
      last_error: move.error,
      metadata: withFailure(run.metadata, move.failure),
    }),
    ...(move.to === 'incomplete' && { incomplete_details: { reason: move.reason } }),
    ...('usage' in move && { usage: move.usage }),
  };
}

/** The contract's most. */
const MAX_PAIRS = 16;

/** `last_error` has three codes and none for this. The app's own pairs come first. */
function withFailure(
  metadata: RunObject['metadata'],
  failure: FailureKind | undefined,
): RunObject['metadata'] {
  if (failure === undefined || Object.keys(metadata ?? {}).length >= MAX_PAIRS) return metadata;
  return { ...metadata, [FAILURE]: failure };
}
