import type { RunStepStatus } from '@threadkit/core';
import type { IconName } from '../../internals/icons/named-icon.tsx';
import type { LocaleStrings } from '../../locales/locale-strings.ts';

/** The content of a row of reasoning. */
export interface ReasoningDescription {
  readonly progress: 'running' | 'done' | 'stopped';
  readonly icon: IconName;
  readonly label: string;
  /** Why the reasoning has no end; otherwise empty. */
  readonly note: string;
}

/**
 * Describes reasoning by the status of its step. `duration` may be empty. Reasoning itself does not fail: in a failed run it was
 * interrupted, and the outcome of the run says why.
 */
export function describeReasoning(
  status: RunStepStatus,
  duration: string,
  { run, tool }: LocaleStrings,
): ReasoningDescription {
  if (status === 'in_progress') return { progress: 'running', icon: 'live', label: run.thinking, note: '' };
  const label = run.thought(duration);
  if (status === 'completed') return { progress: 'done', icon: 'reasoning', label, note: '' };
  return {
    progress: 'stopped',
    icon: 'stopped',
    label,
    note: tool[status === 'failed' ? 'interrupted' : status],
  };
}
