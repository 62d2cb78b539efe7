// A run looked at closely, and a run that waits in a tab nobody looks at: an entry of its own, so that a chat without
// them does not load them.
export { RunInspector, type RunInspectorProps } from '../run-inspector/run-inspector.tsx';
export { RunInspectorView, type RunInspectorViewProps } from '../run-inspector/run-inspector-view.tsx';
export { toFixture } from '../run-inspector/to-fixture.ts';
export { RunTimeline, type RunTimelineProps } from '../run-timeline/run-timeline.tsx';
export {
  type RunTimelineRow,
  type TimelineKind,
  type TimelineOptions,
  timelineOf,
} from '../run-timeline/timeline-of.ts';
export { costOf, type TokenPrices } from '../run-usage/cost-of.ts';
export { RunUsage, type RunUsageProps } from '../run-usage/run-usage.tsx';
export { useWaitingNotification } from '../waiting-badge/use-waiting-notification.ts';
export { useWaitingTitle } from '../waiting-badge/use-waiting-title.ts';
export { inspectorArabic } from '../words/arabic-inspector.ts';
export { inspectorChinese } from '../words/chinese-inspector.ts';
export { inspectorFrench } from '../words/french-inspector.ts';
export { inspectorGerman } from '../words/german-inspector.ts';
export { type InspectorWords, inspectorEnglish } from '../words/inspector-words.ts';
export { inspectorJapanese } from '../words/japanese-inspector.ts';
export { inspectorSpanish } from '../words/spanish-inspector.ts';
