// A run looked at closely, and a run that waits in a tab nobody looks at: an entry of its own, so that a chat without
// them does not load them.

export { useWaitingNotification } from './chat/notifications/use-waiting-notification.ts';
export { useWaitingTitle } from './chat/notifications/use-waiting-title.ts';
export type { InspectorStrings } from './locales/inspector-strings.ts';
export { RunInspector, type RunInspectorProps } from './run/inspector/run-inspector.tsx';
export { RunInspectorView, type RunInspectorViewProps } from './run/inspector/run-inspector-view.tsx';
export { toFixture } from './run/inspector/to-fixture.ts';
export { RunTimeline, type RunTimelineProps } from './run/timeline/run-timeline.tsx';
export {
  type RunTimelineRow,
  type TimelineKind,
  type TimelineOptions,
  timelineOf,
} from './run/timeline/timeline-of.ts';
export { costOf, type TokenPrices } from './run/usage/cost-of.ts';
export { RunUsage, type RunUsageProps } from './run/usage/run-usage.tsx';
