import type { ToolCall } from '@threadkit/core';
import type { Fact } from '../../internals/fact.ts';
import type { Words } from '../../locales/locale-strings.ts';
import { verbForTool } from '../describe-tool-call.ts';
import { toFacts } from '../output/facts.ts';
import type { ToolView } from '../tool-view.ts';

/** A call that waits for a person. */
export type WaitingCall = Extract<ToolCall, { state: 'waiting' }>;

/** What an approval asks, in words. */
export interface ApprovalDescription {
  readonly question: string;
  /** What the button says. */
  readonly action: string;
  /** A sentence under the question, where one is needed. */
  readonly text: string | undefined;
  readonly facts: readonly Fact[];
}

/** Whether a person has to decide about the call before it goes on. */
export function asksPerson(call: ToolCall): call is WaitingCall {
  return call.state === 'waiting' && (call.waitingFor === 'approval' || call.waitingFor === 'recovery');
}

/** The question of one call. `edited` are the arguments as the person has changed them. */
export function describeApproval(
  call: WaitingCall,
  view: ToolView | undefined,
  words: Words,
  edited: unknown = call.args,
): ApprovalDescription {
  const { action } = verbForTool(call.name, view, words);
  const isRecovery = call.waitingFor === 'recovery';
  return {
    question: isRecovery
      ? words.approval.recovery(action)
      : (view?.words?.question?.(edited) ?? words.approval.question(action)),
    action: isRecovery ? words.approval.runAgain : action,
    text: isRecovery ? words.approval.recoveryText : undefined,
    facts: withChanges(factsOf(edited, view, words), factsOf(call.args, view, words)),
  };
}

function factsOf(args: unknown, view: ToolView | undefined, words: Words): readonly Fact[] {
  return view?.words?.facts?.(args) ?? toFacts(args, words.tool) ?? [];
}

/** Marks what differs from before, so that it is shown struck through and replaced. */
function withChanges(facts: readonly Fact[], before: readonly Fact[]): readonly Fact[] {
  return facts.map((fact) => {
    const was = before.find(({ label }) => label === fact.label)?.value;
    return was === undefined || was === fact.value ? fact : { ...fact, was };
  });
}
