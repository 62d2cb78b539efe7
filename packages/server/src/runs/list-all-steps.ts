import type { RunStepObject } from '@threadkit/core/api';
import type { Scope, Storage } from '../storage/storage.ts';

const PAGE = 100;

/** All steps of a run, oldest first. */
export async function listAllSteps(storage: Storage, scope: Scope): Promise<RunStepObject[]> {
  const steps: RunStepObject[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await storage.steps.list(scope, {
      order: 'asc',
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    if (!page) return steps;
    steps.push(...page.data);
    if (!page.has_more) return steps;
    after = page.last_id ?? undefined;
  }
}
