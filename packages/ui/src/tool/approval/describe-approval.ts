import type { ToolCallState } from '@threadkit/core';
import type { KeyValue } from '../../internals/key-value.ts';
import type { LocaleStrings } from '../../locales/locale-strings.ts';
import { verbForTool } from '../describe-tool-call.ts';
import { toKeyValues } from '../output/key-values.ts';
import type { ToolView } from '../tool-view.ts';

/** A call that waits for a person. */
export type WaitingCall = Extract<ToolCallState, { state: 'waiting' }>;

/** What an approval asks, in words. */
export interface ApprovalDescription {
  readonly question: string;
  /** What the button says. */
  readonly action: string;
  /** A sentence under the question, where one is needed. */
  readonly text: string | undefined;
  readonly facts: readonly KeyValue[];
}

/** Whether a person has to decide about the call before it goes on. */
export function asksPerson(call: ToolCallState): call is WaitingCall {
  return call.state === 'waiting' && (call.waitReason === 'approval' || call.waitReason === 'interrupted');
}

/** The question of one call. `edited` are the arguments as the person has changed them. */
export function describeApproval(
  call: WaitingCall,
  view: ToolView | undefined,
  strings: LocaleStrings,
  edited: unknown = call.args,
): ApprovalDescription {
  const { action } = verbForTool(call.name, view, strings);
  const isRecovery = call.waitReason === 'interrupted';
  return {
    question: isRecovery
      ? strings.approval.recovery(action)
      : (view?.labels?.question?.(edited) ?? strings.approval.question(action)),
    action: isRecovery ? strings.approval.runAgain : action,
    text: isRecovery ? strings.approval.recoveryText : undefined,
    facts: withChanges(keyValuesOf(edited, view, strings), keyValuesOf(call.args, view, strings)),
  };
}

function keyValuesOf(args: unknown, view: ToolView | undefined, strings: LocaleStrings): readonly KeyValue[] {
  return view?.labels?.keyValues?.(args) ?? toKeyValues(args, strings.tool) ?? [];
}

/** Marks what differs from before, so that it is shown struck through and replaced. */
function withChanges(facts: readonly KeyValue[], before: readonly KeyValue[]): readonly KeyValue[] {
  return facts.map((fact) => {
    const was = before.find(({ label }) => label === fact.label)?.value;
    return was === undefined || was === fact.value ? fact : { ...fact, was };
  });
}
