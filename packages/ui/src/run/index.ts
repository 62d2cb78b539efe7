// A run looked at closely: an entry of its own, so that a chat without it does not load it.
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
export { type InspectorWords, inspectorEnglish } from '../words/inspector-words.ts';
