import type { RunObject } from '@threadkit/core';
import type { FAILURE_KEY } from '@threadkit/core/api';
import type { IconName } from '../internals/icons/named-icon.tsx';
import type { LocaleStrings, NoticeStrings } from '../locales/locale-strings.ts';

/** What the user can do after a run that did not complete. The label is the string of the same name. */
export type OutcomeAction = 'continue' | 'runAgain' | 'askAgain' | 'retry';

type OutcomeKey =
  | 'maxCompletionTokens'
  | 'maxPromptTokens'
  | 'contentFilter'
  | 'incomplete'
  | 'stopped'
  | 'expired'
  | 'expiredApproval'
  | 'failed'
  | 'modelConfig'
  | 'providerUnavailable'
  | 'rateLimited'
  | 'insufficientQuota'
  | 'invalidPrompt';

interface OutcomeKind {
  /** The value of `data-kind`. */
  readonly kind: string;
  readonly icon: IconName;
  readonly action?: OutcomeAction;
}

/** The outcome of a run that did not complete. */
export interface OutcomeDescription extends NoticeStrings, OutcomeKind {
  readonly isFailure: boolean;
  /** The message of the backend. */
  readonly details: string | undefined;
}

export interface EndedRun {
  readonly run: RunObject;
  /** An approval was pending when the run expired. */
  readonly wasPendingApproval: boolean;
  /** The run wrote text before it ended. */
  readonly hasText: boolean;
}

const OUTCOMES: Readonly<Record<OutcomeKey, OutcomeKind>> = {
  maxCompletionTokens: { kind: 'max-completion-tokens', icon: 'incomplete', action: 'continue' },
  maxPromptTokens: { kind: 'max-prompt-tokens', icon: 'incomplete' },
  contentFilter: { kind: 'content-filter', icon: 'content-filter' },
  incomplete: { kind: 'incomplete', icon: 'incomplete', action: 'runAgain' },
  stopped: { kind: 'stopped', icon: 'stopped', action: 'runAgain' },
  expired: { kind: 'expired', icon: 'waiting', action: 'runAgain' },
  expiredApproval: { kind: 'expired-approval', icon: 'waiting', action: 'askAgain' },
  failed: { kind: 'failed', icon: 'failed', action: 'retry' },
  modelConfig: { kind: 'failed', icon: 'failed', action: 'retry' },
  providerUnavailable: { kind: 'failed', icon: 'failed', action: 'retry' },
  rateLimited: { kind: 'rate-limited', icon: 'failed', action: 'retry' },
  insufficientQuota: { kind: 'insufficient-quota', icon: 'failed', action: 'retry' },
  invalidPrompt: { kind: 'invalid-prompt', icon: 'failed' },
};

/** Outcomes whose text already says what happened to the response. */
const SELF_EXPLANATORY: readonly OutcomeKey[] = ['contentFilter', 'expiredApproval', 'invalidPrompt'];

/** Describes the outcome of a run. `undefined` for active runs and for completed ones, which have a summary. */
export function describeOutcome(ended: EndedRun, strings: LocaleStrings): OutcomeDescription | undefined {
  const { run, hasText } = ended;
  const key = outcomeKey(ended);
  if (key === undefined) return undefined;
  const { title, text } = key === 'insufficientQuota' ? strings.error[key] : strings.outcome[key];
  const response = hasText ? strings.outcome.textKept : strings.outcome.noText;
  return {
    ...OUTCOMES[key],
    title,
    text: SELF_EXPLANATORY.includes(key) ? text : [text, response].filter(Boolean).join(' '),
    isFailure: run.status === 'failed',
    details: run.last_error?.message,
  };
}

function outcomeKey({ run, wasPendingApproval }: EndedRun): OutcomeKey | undefined {
  switch (run.status) {
    case 'incomplete':
      return incompleteKey(run);
    case 'cancelled':
      return 'stopped';
    case 'expired':
      return wasPendingApproval ? 'expiredApproval' : 'expired';
    case 'failed':
      return failedKey(run);
    default:
      return undefined;
  }
}

function incompleteKey({ incomplete_details: details }: RunObject): OutcomeKey {
  switch (details?.reason) {
    case 'max_completion_tokens':
      return 'maxCompletionTokens';
    case 'max_prompt_tokens':
      return 'maxPromptTokens';
    case 'content_filter':
      return 'contentFilter';
    default:
      return 'incomplete';
  }
}

/**
 * `server_error` and `rate_limit_exceeded` cover several causes; Threadkit's server names the cause in the metadata.
 * Other servers store the code `insufficient_quota`.
 */
function failedKey({ last_error: error, metadata }: RunObject): OutcomeKey {
  // A literal, checked by type: importing the value is larger (0009).
  const cause = metadata?.['tk_failure' satisfies typeof FAILURE_KEY];
  const code: string | undefined = error?.code;
  if (cause === 'quota' || code === 'insufficient_quota') return 'insufficientQuota';
  if (code === 'rate_limit_exceeded') return 'rateLimited';
  if (code === 'invalid_prompt') return 'invalidPrompt';
  if (cause === 'setup') return 'modelConfig';
  return cause === 'provider' ? 'providerUnavailable' : 'failed';
}
