// @threadkit/ui/run: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { RecordedEvent } from "@threadkit/react";
import { RunCompletionUsage, RunObject, RunStepObject, RunStepStatus, SequencedEvent, StepToolCall } from "@threadkit/core";
/**
 * Shows a system notification while the tab is in the background and a tool call waits for the user. Only with the permission already
 * granted: it is never requested. The notification closes when the tab is visible again or the approval is decided;
 * clicking it brings the tab to the front.
 *
 * @param question The question of the waiting call; undefined while there is none.
 */
declare function useWaitingNotification(question: string | undefined): void;
/**
 * Adds the number of waiting tool calls to the page's title while the tab is in the background: "(1) Billing".
 *
 * @param count The number of tool calls that wait for the user.
 */
declare function useWaitingTitle(count: number): void;
/** Strings of the run inspector: the section `inspector` of a `LocaleStrings`. */
interface InspectorStrings {
  /** Accessible name of the inspector. */
  readonly label: string;
  /** Accessible name of the list of events. */
  readonly events: string;
  /** Accessible name of the slider. */
  readonly position: string;
  /** The slider's value, from formatted numbers: the event's position, beginning with 1, and the number of events. */
  positionText(index: string, count: string): string;
  /** Label of the run's status. */
  readonly run: string;
  /** Label of the list of steps. */
  readonly steps: string;
  /** Label of the text of the messages. */
  readonly text: string;
  /** The button that shows the event as JSON. */
  readonly event: string;
  /** The button that shows the run's state as JSON. */
  readonly state: string;
  /** Shown in place of a run, steps or text that do not exist after the event. */
  readonly empty: string;
  /** Announced until the first event has been read. */
  readonly loading: string;
  /** The button that copies the events as a test fixture. */
  readonly copy: string;
  /** The same button after copying. */
  readonly copied: string;
  /** The server does not store run events. */
  readonly unsupported: string;
  /** The server has deleted the events of this run. */
  readonly expired: string;
}
/** The elements that parts render. */
type PrimitiveTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PrimitiveProps<T extends PrimitiveTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
/** Props of `RunInspectorView`. */
interface RunInspectorViewProps extends Omit<PrimitiveProps<'section'>, 'children' | 'asChild'> {
  /** The events of one run with the state after each. May grow. */
  events: readonly RecordedEvent[];
  /** Rendered above the events, such as a notice that more could not be loaded. */
  children?: ReactNode;
}
/**
 * The events of a run and the state after each. Follows the newest event until an earlier one is selected. Renders a
 * `<section>`.
 */
declare function RunInspectorView({ events, children, ...props }: RunInspectorViewProps): ReactNode;
/** Props of `RunInspector`. */
interface RunInspectorProps extends Omit<RunInspectorViewProps, 'events' | 'children'> {
  /** The thread of the run. */
  threadId: string;
  /** The run whose events are loaded. */
  runId: string;
}
/**
 * Steps through the events of a run and the state after each, and copies the events as a test fixture. Follows an active
 * run. Shows a notice if the backend stores no events. Renders a `<section>`; requires a `<ThreadkitProvider>`.
 */
declare function RunInspector({ threadId, runId, ...props }: RunInspectorProps): ReactNode;
/**
 * The events of a run as TypeScript source of a test fixture. The fixture has one entry per stream of the run, as
 * `scriptedClient` expects; `streams.flatMap(({ events }) => events)` are the events for `reduceEvent`. Event ids are
 * omitted, because a scripted client has none.
 */
declare function toFixture(events: readonly SequencedEvent[]): string;
/** Open state, controlled or uncontrolled. */
interface CollapsibleProps {
  /** Controlled open state. */
  open?: boolean | undefined;
  /** Uncontrolled initial state. @defaultValue false */
  defaultOpen?: boolean | undefined;
  /** Called when the user opens or closes the part. */
  onOpenChange?: ((open: boolean) => void) | undefined;
}
/** Icons of the kinds of steps (`function`, `code`, `search`, `reasoning`), then of the states of runs, steps and notices. */
type IconName = 'function' | 'code' | 'search' | 'reasoning' | 'queued' | 'live' | 'done' | 'stopped' | 'failed' | 'waiting' | 'incomplete' | 'content-filter' | 'interrupted';
/** Props of `RunStep.Root`. */
interface RunStepRootProps extends PrimitiveProps<'div'>, CollapsibleProps {
  /** The icon on the thread line. */
  icon: IconName;
  /** Status of the step, or state of the tool call. Selector: `[data-status]`. */
  status?: string | undefined;
}
/** One step of a run: a row on the thread line, with optional collapsible content. Renders a `<div>`. */
declare function RunStepRoot({ icon, status, children, ...props }: RunStepRootProps): ReactNode;
/** Props of `Reasoning`. */
interface ReasoningProps extends Omit<ComponentProps<typeof RunStepRoot>, 'icon' | 'status'> {
  /** What the model showed of its reasoning, as markdown. With an empty text the row does not expand. */
  text: string;
  /** The status of the step. */
  stepStatus: RunStepStatus;
  /** Elapsed milliseconds. */
  durationMs?: number | undefined;
}
/**
 * The reasoning of a model: a row on the thread line with its time, which expands to the text. Long text is collapsed. Renders a
 * `<div>`.
 */
declare function Reasoning({ text, stepStatus, durationMs, ...props }: ReasoningProps): ReactNode;
/** Determines the color of a bar. The row's label expresses the same in text. */
type RunTimelineKind = 'queued' | 'work' | 'waiting' | 'failed' | 'live';
/** One row of the timeline. Times are milliseconds since the run's creation. */
interface RunTimelineRow {
  /** Unique in the timeline. */
  readonly key: string;
  /** Determines the color of the bar. */
  readonly kind: RunTimelineKind;
  /** Determines the label: time in the queue, a pending approval, a message, tool calls, or reasoning. */
  readonly label: 'queued' | 'waiting' | 'response' | 'calls' | 'reasoning';
  /** Milliseconds since the run's creation. */
  readonly startMs: number;
  /** Not before `startMs`; equal for a step shorter than the API's whole seconds. */
  readonly endMs: number;
  /** `undefined` for the time in the queue. */
  readonly step: RunStepObject | undefined;
}
/** Options of `buildRunTimelineRows`, and props of `RunTimeline`. */
interface RunTimelineOptions {
  /**
   * Whether a call waited for an approval. The API does not report this; the page that executed the call knows it.
   * @defaultValue function calls without an output, while the run has the status `requires_action`
   */
  waitedForApproval?: ((call: StepToolCall) => boolean) | undefined;
}
/**
 * The rows of a timeline in chronological order. The API sets `started_at` again after each tool round, so the time in
 * the queue ends at `started_at` or at the start of the first step, whichever is earlier.
 *
 * @param nowMs The current time of the backend in Unix milliseconds: the end of active steps.
 */
declare function buildRunTimelineRows(run: RunObject, steps: readonly RunStepObject[], nowMs: number, { waitedForApproval }?: RunTimelineOptions): readonly RunTimelineRow[];
/** Props of `RunTimeline`. */
interface RunTimelineProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>, RunTimelineOptions {
  /** The run. Its creation time is the start of the scale. */
  run: RunObject;
  /** All steps of the run, including those that created messages. Oldest first. */
  steps: readonly RunStepObject[];
  /** The current time of the backend in Unix milliseconds, for an active run. @defaultValue 0 */
  nowMs?: number | undefined;
  /** Id of the highlighted step. Selector: `[data-highlighted]`. */
  highlightedStepId?: string | undefined;
  /** Called when the pointer or the focus enters the row of a step, and with `undefined` when it leaves. */
  onHighlightStep?: ((stepId: string | undefined) => void) | undefined;
}
/**
 * A timeline of a run: one row per step, with label, bar and duration, and one for the time in the queue. Rows have
 * `data-step-id`. Renders a `<div>`.
 */
declare function RunTimeline({ run, steps, nowMs, waitedForApproval, highlightedStepId, onHighlightStep, ...props }: RunTimelineProps): ReactNode;
/** The prices of a model's tokens, in units of the currency (dollars, not cents). */
interface TokenPrices {
  /** ISO 4217: `'USD'`. */
  readonly currency: string;
  /** Price of one million input tokens, in `currency`. */
  readonly inputPerMillion: number;
  /** For input tokens from the provider's cache. @defaultValue `inputPerMillion` */
  readonly cachedInputPerMillion?: number | undefined;
  /** Price of one million output tokens, in `currency`. */
  readonly outputPerMillion: number;
}
/** The cost of a usage in units of the currency, not rounded. Reasoning tokens are part of the output. */
declare function calculateCost(usage: RunCompletionUsage, prices: TokenPrices): number;
/** Props of `RunUsage`. */
interface RunUsageProps extends Omit<PrimitiveProps<'dl'>, 'children' | 'asChild'> {
  /** Usage of a run or a step. `null` while it is active: nothing is rendered. */
  usage: RunCompletionUsage | null;
  /** Prices of the model's tokens. Omit to show no cost. */
  prices?: TokenPrices | undefined;
}
/** Input and output tokens, with their cost if prices are given. Renders a `<dl>`. */
declare function RunUsage({ usage, prices, ...props }: RunUsageProps): ReactNode;
export { type InspectorStrings, Reasoning, type ReasoningProps, RunInspector, type RunInspectorProps, RunInspectorView, type RunInspectorViewProps, RunTimeline, type RunTimelineKind, type RunTimelineOptions, type RunTimelineProps, type RunTimelineRow, RunUsage, type RunUsageProps, type TokenPrices, buildRunTimelineRows, calculateCost, toFixture, useWaitingNotification, useWaitingTitle };