/**
 * The details of a run, the reasoning of a model, and notifications from a background tab. A separate entry, so that `Chat` does not load them.
 *
 * @example
 * ```tsx
 * import { RunInspector } from '@threadkit/ui/run';
 *
 * export const Inspector = ({ threadId, runId }: { threadId: string; runId: string }) => (
 *   <RunInspector threadId={threadId} runId={runId} />
 * );
 * ```
 *
 * @packageDocumentation
 */

export { useWaitingNotification } from './chat/notifications/use-waiting-notification.ts';
export { useWaitingTitle } from './chat/notifications/use-waiting-title.ts';
export type { InspectorStrings } from './locales/inspector-strings.ts';
export { RunInspector, type RunInspectorProps } from './run/inspector/run-inspector.tsx';
export { RunInspectorView, type RunInspectorViewProps } from './run/inspector/run-inspector-view.tsx';
export { toFixture } from './run/inspector/to-fixture.ts';
export { Reasoning, type ReasoningProps } from './run/reasoning/reasoning.tsx';
export {
  buildRunTimelineRows,
  type RunTimelineKind,
  type RunTimelineOptions,
  type RunTimelineRow,
} from './run/timeline/build-run-timeline-rows.ts';
export { RunTimeline, type RunTimelineProps } from './run/timeline/run-timeline.tsx';
export { calculateCost, type TokenPrices } from './run/usage/calculate-cost.ts';
export { RunUsage, type RunUsageProps } from './run/usage/run-usage.tsx';
