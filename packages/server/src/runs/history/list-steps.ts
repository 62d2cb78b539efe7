import { MAX_RUN_LIFETIME_S, type RunStepObject } from '@threadkit/core/api';
import type { Scope, Storage } from '../../storage/storage.ts';
import { readAll } from './read-all.ts';

/** All steps of a run, oldest first. */
export async function listAllSteps(storage: Storage, scope: Scope): Promise<RunStepObject[]> {
  const steps: RunStepObject[] = [];
  for await (const step of readAll(storage.steps, scope, 'asc')) steps.push(step);
  return steps;
}

/**
 * The thread's steps since a time (Unix seconds), oldest first. Includes steps of one run lifetime before it: a run's calls
 * may be that much older than its first message.
 */
export async function listStepsSince(
  storage: Storage,
  scope: Scope,
  since: number,
): Promise<RunStepObject[]> {
  const newestFirst: RunStepObject[] = [];
  for await (const step of readAll(storage.steps, scope, 'desc')) {
    if (step.created_at < since - MAX_RUN_LIFETIME_S) break;
    newestFirst.push(step);
  }
  return newestFirst.toReversed();
}
