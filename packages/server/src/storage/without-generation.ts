import type { StepPrivate } from './storage.ts';

/** What is kept beside a step when its run has ended. */
export function withoutGeneration({ turn: _turn, ...kept }: StepPrivate): StepPrivate | undefined {
  return kept.calls === undefined ? undefined : kept;
}
