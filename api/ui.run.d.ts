// @threadkit/ui/run: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { RunFrame } from "@threadkit/react";
import { RunCompletionUsage, RunObject, RunStepObject, SequencedEvent, StepToolCall } from "@threadkit/core";
/**
 * Shows a system notification while the tab is in the background and a question is open. Only with the permission already
 * granted: it is never requested. The notification closes when the tab is visible again or the question is answered;
 * clicking it brings the tab to the front.
 *
 * @param question The open question; undefined while there is none.
 */
declare function useWaitingNotification(question: string | undefined): void;
/**
 * Adds the number of open questions to the page's title while the tab is in the background: "(1) Billing".
 *
 * @param count The number of open questions.
 */
declare function useWaitingTitle(count: number): void;
/** Strings of the run inspector: the section `inspector` of a `LocaleStrings`. */
interface InspectorStrings {
  readonly label: string;
  readonly events: string;
  /** Accessible name of the slider. */
  readonly position: string;
  /** The slider's value. */
  positionText(index: string, count: string): string;
  readonly run: string;
  readonly steps: string;
  readonly text: string;
  readonly event: string;
  readonly state: string;
  readonly empty: string;
  readonly loading: string;
  readonly copy: string;
  readonly copied: string;
  /** The server does not store run events. */
  readonly unsupported: string;
  /** The server has deleted the events of this run. */
  readonly expired: string;
}
/** The elements that parts render. */
type PartTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PartProps<T extends PartTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
interface RunInspectorViewProps extends Omit<PartProps<'section'>, 'children' | 'asChild'> {
  /** The events of one run with the state after each. May grow. */
  frames: readonly RunFrame[];
  /** Rendered above the events, such as a notice that more could not be loaded. */
  children?: ReactNode;
}
/**
 * The events of a run and the state after each. Follows the newest event until an earlier one is selected. Renders a
 * `<section>`.
 */
declare function RunInspectorView({ frames, children, ...props }: RunInspectorViewProps): ReactNode;
interface RunInspectorProps extends Omit<RunInspectorViewProps, 'frames' | 'children'> {
  threadId: string;
  runId: string;
}
/**
 * Steps through the events of a run and the state after each, and copies the events as a test fixture. Follows an active
 * run. Shows a notice if the backend stores no events. Renders a `<section>`; requires a `<ThreadkitProvider>`.
 */
declare function RunInspector({ threadId, runId, ...props }: RunInspectorProps): ReactNode;
/**
 * A run's events as the source of a fixture: TypeScript that a test of an app can hold. They are in turns, one for
 * each stream that the run took, because that is what `scriptedClient` plays; `turns.flatMap(({ events }) => events)`
 * is what `reduceEvent` folds. Their numbers are left out: a scripted backend counts none.
 */
declare function toFixture(events: readonly SequencedEvent[]): string;
/** What a bar says by its ground; its row says the same in words. */
type TimelineKind = 'queued' | 'work' | 'waiting' | 'failed' | 'live';
/** One row of the picture. Times are milliseconds from the run's creation. */
interface RunTimelineRow {
  readonly key: string;
  readonly kind: TimelineKind;
  /** What the row's words are made from: the run's start, a question to a person, a written answer, or calls. */
  readonly label: 'queued' | 'waiting' | 'answer' | 'calls';
  readonly startMs: number;
  /** Never before `startMs`. The wire counts whole seconds, so a short step may have no length. */
  readonly endMs: number;
  /** Undefined for the time in the queue. */
  readonly step: RunStepObject | undefined;
}
interface TimelineOptions {
  /**
   * Whether a person was asked about a call: the wire does not tell, the page that asked knows.
   * @defaultValue An open function call of a run that waits for outputs.
   */
  asked?: ((call: StepToolCall) => boolean) | undefined;
}
/**
 * Where a run's time went, in the order in which it went there. `started_at` is set anew after each tool round, so
 * the queue ends with whatever happened first.
 *
 * @param nowMs The backend's time in Unix milliseconds, for what has not ended.
 */
declare function timelineOf(run: RunObject, steps: readonly RunStepObject[], nowMs: number, { asked }?: TimelineOptions): readonly RunTimelineRow[];
interface RunTimelineProps extends Omit<PartProps<'div'>, 'children' | 'asChild'>, TimelineOptions {
  run: RunObject;
  /** Oldest first; the steps in which messages were written belong to them. */
  steps: readonly RunStepObject[];
  /** The backend's time in Unix milliseconds, ticking while the run lives. @defaultValue 0 */
  nowMs?: number | undefined;
  /** The step whose row is marked. Selector: `[data-marked]`. */
  markedStepId?: string | undefined;
  /** Called when the pointer or the focus enters the row of a step, and with undefined when it leaves. */
  onMarkStep?: ((stepId: string | undefined) => void) | undefined;
}
/**
 * A picture of where a run's time went: a row for each thing it did, with its words, its bar and its time. Rows
 * carry `data-step-id`. Renders a `<div>`.
 */
declare function RunTimeline({ run, steps, nowMs, asked, markedStepId, onMarkStep, ...props }: RunTimelineProps): ReactNode;
/** What a model's tokens cost, in whole units of the currency. */
interface TokenPrices {
  /** ISO 4217: `'USD'`. */
  readonly currency: string;
  readonly inputPerMillion: number;
  /** For tokens read from the provider's cache. @defaultValue `inputPerMillion` */
  readonly cachedInputPerMillion?: number | undefined;
  readonly outputPerMillion: number;
}
/** The price of a usage, in the currency's whole units and not rounded. Reasoning is part of the output. */
declare function costOf(usage: RunCompletionUsage, prices: TokenPrices): number;
interface RunUsageProps extends Omit<PartProps<'dl'>, 'children' | 'asChild'> {
  /** A run's or a step's. Null while it lives: nothing is rendered. */
  usage: RunCompletionUsage | null;
  /** What the model's tokens cost. Left out: no cost is shown. */
  prices?: TokenPrices | undefined;
}
/** Tokens read and written, and what they cost where prices are given. Renders a `<dl>`. */
declare function RunUsage({ usage, prices, ...props }: RunUsageProps): ReactNode;
export { type InspectorStrings, RunInspector, type RunInspectorProps, RunInspectorView, type RunInspectorViewProps, RunTimeline, type RunTimelineProps, type RunTimelineRow, RunUsage, type RunUsageProps, type TimelineKind, type TimelineOptions, type TokenPrices, costOf, timelineOf, toFixture, useWaitingNotification, useWaitingTitle };