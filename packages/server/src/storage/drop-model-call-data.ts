import type { StepPrivate } from './storage.ts';

/** The private data to keep after the run has ended; undefined when nothing remains. */
export function dropModelCallData({
  turn: _turn,
  executions: _executions,
  ...remaining
}: StepPrivate): StepPrivate | undefined {
  return remaining.calls === undefined ? undefined : remaining;
}
