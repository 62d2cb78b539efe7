import type { ToolCallState } from '@threadkit/core';
import type { KeyValue } from '../../internals/key-value.ts';
import type { LocaleStrings } from '../../locales/locale-strings.ts';
import { labelsForTool } from '../describe-tool-call.ts';
import { toKeyValues } from '../output/key-values.ts';
import type { ToolView } from '../tool-view.ts';

/** A call that waits for a decision of the user. */
export type WaitingCall = Extract<ToolCallState, { state: 'waiting' }>;

/** The texts of an approval. */
export interface ApprovalDescription {
  readonly question: string;
  /** Label of the button. */
  readonly action: string;
  /** A sentence below the question, if needed. */
  readonly text: string | undefined;
  readonly keyValues: readonly KeyValue[];
}

/** Whether the call waits for a decision of the user. */
export function needsDecision(call: ToolCallState): call is WaitingCall {
  return call.state === 'waiting' && (call.waitReason === 'approval' || call.waitReason === 'interrupted');
}

/** The texts for one call. `edited` are the arguments after edits by the user. */
export function describeApproval(
  call: WaitingCall,
  view: ToolView | undefined,
  strings: LocaleStrings,
  edited: unknown = call.args,
): ApprovalDescription {
  const { action } = labelsForTool(call.name, view, strings);
  const isInterrupted = call.waitReason === 'interrupted';
  return {
    question: isInterrupted
      ? strings.approval.interrupted(action)
      : (view?.labels?.question?.(edited) ?? strings.approval.question(action)),
    action: isInterrupted ? strings.approval.runAgain : (view?.labels?.action ?? strings.approval.approve),
    text: isInterrupted ? strings.approval.interruptedText : undefined,
    keyValues: withChanges(keyValuesOf(edited, view, strings), keyValuesOf(call.args, view, strings)),
  };
}

function keyValuesOf(args: unknown, view: ToolView | undefined, strings: LocaleStrings): readonly KeyValue[] {
  return view?.labels?.keyValues?.(args) ?? toKeyValues(args, strings.tool) ?? [];
}

/** Adds the previous value to changed entries, which is shown struck through. */
function withChanges(keyValues: readonly KeyValue[], before: readonly KeyValue[]): readonly KeyValue[] {
  return keyValues.map((keyValue) => {
    const previousValue = before.find(({ label }) => label === keyValue.label)?.value;
    return previousValue === undefined || previousValue === keyValue.value
      ? keyValue
      : { ...keyValue, previousValue };
  });
}
