import type { JsonSchema, RunObject, RunStepObject } from '@threadkit/core';
import type { RunItem } from '@threadkit/react';

/** Consecutive steps of a run without a message between them, or one message. */
export type RunItemGroup =
  | { readonly kind: 'steps'; readonly key: string; readonly stepIds: readonly string[] }
  | { readonly kind: 'message'; readonly key: string };

/** The items of a run with consecutive steps grouped. A group keeps its key while steps are added to it. */
export function groupItems(items: readonly RunItem[]): readonly RunItemGroup[] {
  const groups: RunItemGroup[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.kind === 'message') groups.push({ kind: 'message', key: item.key });
    else if (last?.kind === 'steps') {
      groups[groups.length - 1] = { ...last, stepIds: [...last.stepIds, item.stepId] };
    } else groups.push({ kind: 'steps', key: item.key, stepIds: [item.stepId] });
  }
  return groups;
}

/** The number of tool calls in these steps, each of which has its own row. */
export function countCalls(steps: readonly RunStepObject[]): number {
  return steps.reduce(
    (sum, { step_details: details }) => sum + (details.type === 'tool_calls' ? details.tool_calls.length : 0),
    0,
  );
}

/** Milliseconds from the start of the first step to the end of the last one; 0 if no step has ended. */
export function workDurationMs(steps: readonly RunStepObject[]): number {
  const starts = steps.map((step) => step.created_at);
  const ends = steps.flatMap(
    (step) => step.completed_at ?? step.failed_at ?? step.cancelled_at ?? step.expired_at ?? [],
  );
  return ends.length === 0 ? 0 : Math.max(0, Math.max(...ends) - Math.min(...starts)) * 1000;
}

/** Unix milliseconds at which a run expires; infinity if it does not. */
export function expiryMs({ expires_at: expiresAt }: RunObject): number {
  return expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt * 1000;
}

/** The schema of a function's arguments, as it was sent with the run. */
export function toolSchema(run: RunObject, name: string): JsonSchema | undefined {
  const tool = run.tools.find((entry) => entry.type === 'function' && entry.function.name === name);
  return tool?.type === 'function' ? tool.function.parameters : undefined;
}
