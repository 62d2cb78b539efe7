import type { RunStepObject } from '@threadkit/core/api';
import type { Scope, StepPrivate, Storage } from '../../storage/storage.ts';

/**
 * The private data of the steps by step id, limited to what this engine and model wrote: other providers must not
 * receive it.
 */
export async function loadPrivates(
  storage: Storage,
  scope: Scope,
  steps: readonly RunStepObject[],
  engine: string | undefined,
  model: string,
): Promise<ReadonlyMap<string, StepPrivate>> {
  const ids = steps.filter(({ type }) => type === 'tool_calls').map(({ id }) => id);
  const kept = ids.length === 0 ? [] : await storage.listStepPrivates(scope, ids);
  return new Map(
    kept.filter((one) => one.engine === engine && one.model === model).map((one) => [one.stepId, one]),
  );
}
