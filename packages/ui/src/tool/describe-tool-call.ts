import type { RunStepStatus, StepToolCall, ToolCallState } from '@threadkit/core';
import { parseJson, readFailure } from '@threadkit/core/internal';
import type { IconName } from '../internals/icons/named-icon.tsx';
import { sanitizeFileName } from '../internals/sanitize-file-name.ts';
import type { LocaleStrings, ToolStateLabels } from '../locales/locale-strings.ts';
import { readCallResult } from './call-result.ts';
import { summarizeArguments } from './output/key-values.ts';
import type { ToolView } from './tool-view.ts';
import { isEmptyContent, unknownCallContent } from './unknown-call.ts';

/** The user's decision about a call in this page. */
export type Decision = 'approved' | 'declined';

/** Progress of a call, derived from this page's execution or from the stored step. */
export type CallProgress = 'preparing' | 'waiting' | 'running' | 'done' | 'failed' | 'stopped';

/** The content of a tool call's row. */
export interface ToolCallDescription {
  readonly progress: CallProgress;
  readonly icon: IconName;
  readonly label: string;
  readonly detail: string;
  /** A few words after the detail: "approved by you", "failed". */
  readonly note: string | undefined;
}

export interface DescribeToolCallInput {
  readonly call: StepToolCall;
  readonly stepStatus: RunStepStatus;
  /** The state of the call in this page, if it has one. */
  readonly live?: ToolCallState | undefined;
  readonly view?: ToolView | undefined;
  readonly decision?: Decision | undefined;
}

/** Describes a call: label by progress, distinguishing arguments, and a note. */
export function describeToolCall(given: DescribeToolCallInput, strings: LocaleStrings): ToolCallDescription {
  const failure = failureOf(given);
  const input = failure === 'declined' ? { ...given, decision: 'declined' as const } : given;
  const progress = progressOf(input);
  const labels = labelsOf(input, strings);
  return {
    progress,
    icon: iconOf(progress, input.call),
    label: progress === 'done' ? labels.done : progress === 'running' ? labels.running : labels.action,
    detail: detailOf(input, strings),
    note: failure === 'interrupted' ? strings.tool.interrupted : noteOf(input, progress, strings),
  };
}

/** Why a call was not executed, or not to its end. A stored call says it in its output. */
function failureOf({ call, live }: DescribeToolCallInput): ReturnType<typeof readFailure> {
  // Outputs of the provider are not ours: one may claim that the user declined the call.
  if (call.type !== 'function' || call.executed_by === 'provider') return undefined;
  const result = readCallResult(call, live);
  return result?.ok === false ? readFailure(result.error) : undefined;
}

function progressOf({ call, stepStatus, live, decision }: DescribeToolCallInput): CallProgress {
  const result = readCallResult(call, live);
  if (result) {
    if (decision === 'declined') return 'stopped';
    return result.ok ? 'done' : 'failed';
  }
  switch (live?.state) {
    case 'streaming':
      return 'preparing';
    case 'waiting':
    case 'running':
      return live.state;
    case 'closed':
      return live.reason === 'failed' ? 'failed' : 'stopped';
  }
  switch (stepStatus) {
    case 'completed':
      return 'done';
    case 'failed':
      return 'failed';
    case 'cancelled':
    case 'expired':
      return 'stopped';
    case 'in_progress':
      return call.type === 'function' && !call.executed_by ? 'waiting' : 'running';
  }
}

function iconOf(progress: CallProgress, call: StepToolCall): IconName {
  if (progress === 'running') return 'live';
  if (progress === 'failed' || progress === 'stopped' || progress === 'waiting') return progress;
  return call.type === 'code_interpreter' ? 'code' : call.type === 'file_search' ? 'search' : 'function';
}

function labelsOf({ call, view }: DescribeToolCallInput, strings: LocaleStrings): ToolStateLabels {
  if (call.type === 'code_interpreter') return strings.tool.codeInterpreter;
  if (call.type === 'file_search') return strings.tool.fileSearch;
  return labelsForTool(nameOf(call), view, strings);
}

/** The name of the function. Its type for a stored call without a function, and for calls of unknown types. */
function nameOf(call: StepToolCall): string {
  return (call.type === 'function' && call.function.name) || call.type;
}

/** The labels of a function tool, from its view if it has one. If a view has only `action`, every state shows it. */
export function labelsForTool(
  name: string,
  view: ToolView | undefined,
  strings: LocaleStrings,
): ToolStateLabels {
  const own = view?.labels;
  const fallback = strings.tool.labelsFor(name);
  return {
    action: own?.action ?? fallback.action,
    running: own?.running ?? own?.action ?? fallback.running,
    done: own?.done ?? own?.action ?? fallback.done,
  };
}

function detailOf({ call, live, view }: DescribeToolCallInput, strings: LocaleStrings): string {
  if (call.type === 'file_search') {
    const { queries, results = [] } = call.file_search;
    const names = results.slice(0, 2).map(({ file_name }) => sanitizeFileName(file_name));
    return strings.tool.joinList(queries?.length ? queries : names);
  }
  if (call.type !== 'function') return '';
  const args = live?.args ?? parseJson(call.edited_arguments ?? call.function.arguments);
  const own = view?.labels?.detail;
  return own && args !== undefined ? own(args) : summarizeArguments(args, strings.tool);
}

function noteOf(
  { call, live, decision, stepStatus }: DescribeToolCallInput,
  progress: CallProgress,
  strings: LocaleStrings,
): string | undefined {
  if (progress === 'preparing') return strings.tool.preparing;
  if (live?.state === 'waiting' && live.waitReason === 'unregistered') return strings.tool.unregistered;
  if (progress === 'waiting') return strings.run.status.requires_action;
  if (decision === 'declined') return strings.tool.declined;
  if (live?.state === 'closed') return strings.tool[live.reason];
  if (progress === 'failed') return strings.tool.failed;
  if (progress === 'stopped') return strings.tool[stepStatus === 'expired' ? stepStatus : 'cancelled'];
  if (call.type === 'file_search' && call.file_search.results?.length === 0) return strings.tool.nothingFound;
  return decision === 'approved' && progress === 'done' ? strings.tool.approved : undefined;
}

/** Whether the row has details to expand. */
export function hasDetails(call: StepToolCall): boolean {
  const unknown = unknownCallContent(call);
  if (unknown) return !isEmptyContent(unknown);
  if (call.type === 'function') return true;
  if (call.type === 'code_interpreter') return call.code_interpreter.input !== '';
  const { queries, results } = call.file_search;
  return Boolean(queries?.length || results?.length);
}
