import { type RunStepStatus, readOutput, type StepToolCall, type ToolCall } from '@threadkit/core';
import type { GlyphName } from '../internals/icons/glyphs.tsx';
import { shownName } from '../internals/shown-name.ts';
import type { VerbPhrase, Words } from '../locales/locale-strings.ts';
import { briefly, readJson } from './output/facts.ts';
import type { ToolView } from './tool-view.ts';

/** What a person decided about a call on this page. */
export type Decision = 'allowed' | 'declined';

/** How far a call has come, whoever told: the page that runs it, or the stored step. */
export type CallProgress = 'preparing' | 'waiting' | 'running' | 'done' | 'failed' | 'stopped';

/** A tool call as its row shows it. */
export interface ToolCallDescription {
  readonly progress: CallProgress;
  readonly glyph: GlyphName;
  readonly label: string;
  readonly detail: string;
  /** A few words behind the detail: "allowed by you", "failed". */
  readonly note: string | undefined;
}

export interface DescribeToolCallInput {
  readonly call: StepToolCall;
  readonly stepStatus: RunStepStatus;
  /** The page's own knowledge of a function call, while there is any. */
  readonly live?: ToolCall | undefined;
  readonly view?: ToolView | undefined;
  readonly decision?: Decision | undefined;
}

/** The row of a call: verb by progress, the arguments that tell it apart, and what is to be said about it. */
export function describeToolCall(input: DescribeToolCallInput, words: Words): ToolCallDescription {
  const progress = progressOf(input);
  const verb = verbOf(input, words);
  return {
    progress,
    glyph: glyphOf(progress, input.call),
    label: progress === 'done' ? verb.done : progress === 'running' ? verb.running : verb.action,
    detail: detailOf(input, words),
    note: noteOf(input, progress, words),
  };
}

function progressOf({ call, stepStatus, live, decision }: DescribeToolCallInput): CallProgress {
  switch (live?.state) {
    case 'streaming':
      return 'preparing';
    case 'waiting':
      return 'waiting';
    case 'running':
      return 'running';
    case 'settled':
    case 'submitted':
      if (decision === 'declined') return 'stopped';
      return live.result.ok ? 'done' : 'failed';
    case 'closed':
      return live.reason === 'failed' ? 'failed' : 'stopped';
    case undefined:
      break;
  }
  if (call.type === 'function' && call.function.output !== null) {
    return readOutput(call.function.output).ok ? 'done' : 'failed';
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
      return call.type === 'function' ? 'waiting' : 'running';
  }
}

function glyphOf(progress: CallProgress, call: StepToolCall): GlyphName {
  if (progress === 'running') return 'live';
  if (progress === 'failed') return 'failed';
  if (progress === 'stopped') return 'stopped';
  if (progress === 'waiting') return 'waiting';
  return call.type === 'code_interpreter' ? 'code' : call.type === 'file_search' ? 'search' : 'function';
}

function verbOf({ call, view }: DescribeToolCallInput, words: Words): VerbPhrase {
  if (call.type === 'code_interpreter') return words.tool.codeInterpreter;
  if (call.type === 'file_search') return words.tool.fileSearch;
  return verbForTool(call.type === 'function' ? call.function.name : nameOfUnknown(call), view, words);
}

/** A call of a type that this version does not know is called by its type. */
function nameOfUnknown({ type }: { readonly type: string }): string {
  return type;
}

/** The verb of a function tool: its view's words where it has any, else what they or its name say. */
export function verbForTool(name: string, view: ToolView | undefined, words: Words): VerbPhrase {
  const own = view?.words;
  const fallback = own?.action === undefined ? words.tool.verb(name) : words.tool.phrase(own.action);
  return {
    action: own?.action ?? fallback.action,
    running: own?.running ?? fallback.running,
    done: own?.done ?? fallback.done,
  };
}

function detailOf({ call, live, view }: DescribeToolCallInput, words: Words): string {
  if (call.type === 'file_search') {
    const found = (call.file_search.results ?? []).slice(0, 2);
    return words.tool.list(found.map(({ file_name }) => shownName(file_name)));
  }
  if (call.type !== 'function') return '';
  const args = live?.args ?? readJson(call.function.arguments);
  const own = view?.words?.detail;
  return own && args !== undefined ? own(args) : briefly(args, words.tool);
}

function noteOf(
  { live, decision, stepStatus }: DescribeToolCallInput,
  progress: CallProgress,
  words: Words,
): string | undefined {
  if (progress === 'preparing') return words.tool.preparing;
  if (live?.state === 'waiting' && live.waitingFor === 'handler') return words.tool.needsHandler;
  if (progress === 'waiting') return words.run.status.requires_action;
  if (decision === 'declined') return words.tool.rejected;
  if (live?.state === 'closed') {
    if (live.reason === 'elsewhere') return words.tool.elsewhere;
    return live.reason === 'failed' ? words.tool.failed : words.tool[live.reason];
  }
  if (progress === 'failed') return words.tool.failed;
  if (progress === 'stopped') return stepStatus === 'expired' ? words.tool.expired : words.tool.cancelled;
  return decision === 'allowed' && progress === 'done' ? words.tool.allowed : undefined;
}
