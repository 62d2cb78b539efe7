import type { ReasoningEffort } from '@threadkit/core/api';
import type { ChatCompletionsDialect } from './dialect.ts';

/** From the least. */
const EFFORTS: readonly ReasoningEffort[] = ['minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

/** The field of the request with the effort, or with the nearest one that the provider accepts; of two, the smaller. */
export function toReasoningEffort(
  effort: ReasoningEffort | null | undefined,
  { reasoningField, reasoningEfforts: accepted }: ChatCompletionsDialect,
): {
  readonly reasoning_effort?: ReasoningEffort;
  readonly reasoning?: { readonly effort: ReasoningEffort };
} {
  if (!effort) return {};
  const sent = accepted && !accepted.includes(effort) ? nearest(effort, accepted) : effort;
  if (sent === undefined) return {};
  return reasoningField === 'reasoning' ? { reasoning: { effort: sent } } : { reasoning_effort: sent };
}

function nearest(effort: ReasoningEffort, accepted: readonly ReasoningEffort[]): ReasoningEffort | undefined {
  const at = EFFORTS.indexOf(effort);
  if (at === -1) return undefined;
  const distance = (one: ReasoningEffort) => Math.abs(EFFORTS.indexOf(one) - at);
  return EFFORTS.filter((one) => accepted.includes(one)).toSorted((a, b) => distance(a) - distance(b))[0];
}
