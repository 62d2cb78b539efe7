import type { RunObject } from '@threadkit/core';
import type { IconName } from '../internals/icons/named-icon.tsx';
import type { LocaleStrings, Sentence } from '../locales/locale-strings.ts';

/** The one way on from an ending. */
export type OutcomeAction = 'continue' | 'again' | 'ask-again' | 'try-again';

/** How a run ended, as its line says it. */
export interface OutcomeDescription extends Sentence {
  readonly kind:
    | 'cut-off'
    | 'prompt-too-long'
    | 'filtered'
    | 'incomplete'
    | 'stopped'
    | 'expired'
    | 'expired-approval'
    | 'failed'
    | 'rate-limited'
    | 'invalid-prompt';
  readonly icon: IconName;
  readonly isFailure: boolean;
  readonly action: OutcomeAction | undefined;
  /** The backend's own words. */
  readonly details: string | undefined;
}

export interface EndedRun {
  readonly run: RunObject;
  /** A person's answer was outstanding when the time ran out. */
  readonly wasAsking: boolean;
  /** Something had been written before the end. */
  readonly hasText: boolean;
}

/** Endings after which it is plain what became of the work, or that is another's matter. */
const SAYS_ALL: ReadonlySet<OutcomeDescription['kind']> = new Set([
  'filtered',
  'expired-approval',
  'invalid-prompt',
]);

/** The line of a run that did not complete; undefined while it lives and where it completed (a receipt says that). */
export function describeOutcome(ended: EndedRun, strings: LocaleStrings): OutcomeDescription | undefined {
  const ending = reasonOf(ended, strings);
  if (!ending || SAYS_ALL.has(ending.kind)) return ending;
  const work = ended.hasText ? strings.outcome.textKept : strings.outcome.noText;
  return { ...ending, text: [ending.text, work].filter(Boolean).join(' ') };
}

function reasonOf({ run, wasAsking }: EndedRun, strings: LocaleStrings): OutcomeDescription | undefined {
  const details = run.last_error?.message;
  switch (run.status) {
    case 'incomplete':
      return { ...incomplete(run, strings), isFailure: false, details };
    case 'cancelled':
      return {
        ...strings.outcome.stopped,
        kind: 'stopped',
        icon: 'stopped',
        isFailure: false,
        action: 'again',
        details,
      };
    case 'expired':
      return {
        ...(wasAsking ? strings.outcome.expiredApproval : strings.outcome.expired),
        kind: wasAsking ? 'expired-approval' : 'expired',
        icon: 'waiting',
        isFailure: false,
        action: wasAsking ? 'ask-again' : 'again',
        details,
      };
    case 'failed':
      return { ...failed(run, strings), icon: 'failed', isFailure: true, details };
    default:
      return undefined;
  }
}

function incomplete(
  run: RunObject,
  strings: LocaleStrings,
): Pick<OutcomeDescription, 'kind' | 'icon' | 'title' | 'text' | 'action'> {
  switch (run.incomplete_details?.reason) {
    case 'max_completion_tokens':
      return { ...strings.outcome.maxCompletionTokens, kind: 'cut-off', icon: 'cut-off', action: 'continue' };
    case 'max_prompt_tokens':
      return {
        ...strings.outcome.maxPromptTokens,
        kind: 'prompt-too-long',
        icon: 'cut-off',
        action: undefined,
      };
    case 'content_filter':
      return { ...strings.outcome.contentFilter, kind: 'filtered', icon: 'filtered', action: undefined };
    case undefined:
      return { ...strings.outcome.incomplete, kind: 'incomplete', icon: 'cut-off', action: 'again' };
  }
}

function failed(
  run: RunObject,
  strings: LocaleStrings,
): Pick<OutcomeDescription, 'kind' | 'title' | 'text' | 'action'> {
  switch (run.last_error?.code) {
    case 'rate_limit_exceeded':
      return { ...strings.outcome.rateLimited, kind: 'rate-limited', action: 'try-again' };
    case 'invalid_prompt':
      return { ...strings.outcome.invalidPrompt, kind: 'invalid-prompt', action: undefined };
    case 'server_error':
    case undefined:
      return { ...serverError(run, strings), kind: 'failed', action: 'try-again' };
  }
}

/** The contract has one code for all of these; Threadkit's server adds whose matter it is to the metadata. */
function serverError({ metadata }: RunObject, { outcome }: LocaleStrings): Sentence {
  const whose = metadata?.['tk_failure'];
  if (whose === 'setup') return outcome.modelConfig;
  return whose === 'provider' ? outcome.providerUnavailable : outcome.failed;
}
