import { MAX_PAGE_SIZE, MAX_RUN_LIFETIME_S, type RunStepObject } from '@threadkit/core/api';
import type { Scope, Storage } from '../../storage/storage.ts';

/** All steps of a run, oldest first. */
export async function listAllSteps(storage: Storage, scope: Scope): Promise<RunStepObject[]> {
  const steps: RunStepObject[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await storage.steps.list(scope, {
      order: 'asc',
      limit: MAX_PAGE_SIZE,
      ...(after !== undefined && { after }),
    });
    if (!page) return steps;
    steps.push(...page.data);
    if (!page.has_more) return steps;
    after = page.last_id ?? undefined;
  }
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
  let after: string | undefined;
  for (;;) {
    const page = await storage.steps.list(scope, {
      order: 'desc',
      limit: MAX_PAGE_SIZE,
      ...(after !== undefined && { after }),
    });
    newestFirst.push(...(page?.data ?? []));
    const last = page?.data.at(-1);
    if (!page?.has_more || !last || last.created_at < since - MAX_RUN_LIFETIME_S)
      return newestFirst.toReversed();
    after = last.id;
  }
}
