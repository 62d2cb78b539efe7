import type { RunObject } from '@threadkit/core';
import type { GlyphName } from '../internals/icons/glyphs.tsx';
import type { Sentence, Words } from '../locales/locale-strings.ts';

/** The one way on from an ending. */
export type EndingAction = 'continue' | 'again' | 'ask-again' | 'try-again';

/** How a run ended, as its line says it. */
export interface EndingDescription extends Sentence {
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
  readonly glyph: GlyphName;
  readonly isFailure: boolean;
  readonly action: EndingAction | undefined;
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
const SAYS_ALL: ReadonlySet<EndingDescription['kind']> = new Set([
  'filtered',
  'expired-approval',
  'invalid-prompt',
]);

/** The line of a run that did not complete; undefined while it lives and where it completed (a receipt says that). */
export function describeEnding(ended: EndedRun, words: Words): EndingDescription | undefined {
  const ending = reasonOf(ended, words);
  if (!ending || SAYS_ALL.has(ending.kind)) return ending;
  const work = ended.hasText ? words.ending.textKept : words.ending.nothingWritten;
  return { ...ending, text: [ending.text, work].filter(Boolean).join(' ') };
}

function reasonOf({ run, wasAsking }: EndedRun, words: Words): EndingDescription | undefined {
  const details = run.last_error?.message;
  switch (run.status) {
    case 'incomplete':
      return { ...incomplete(run, words), isFailure: false, details };
    case 'cancelled':
      return {
        ...words.ending.stopped,
        kind: 'stopped',
        glyph: 'stopped',
        isFailure: false,
        action: 'again',
        details,
      };
    case 'expired':
      return {
        ...(wasAsking ? words.ending.expiredApproval : words.ending.expired),
        kind: wasAsking ? 'expired-approval' : 'expired',
        glyph: 'waiting',
        isFailure: false,
        action: wasAsking ? 'ask-again' : 'again',
        details,
      };
    case 'failed':
      return { ...failed(run, words), glyph: 'failed', isFailure: true, details };
    default:
      return undefined;
  }
}

function incomplete(
  run: RunObject,
  words: Words,
): Pick<EndingDescription, 'kind' | 'glyph' | 'title' | 'text' | 'action'> {
  switch (run.incomplete_details?.reason) {
    case 'max_completion_tokens':
      return { ...words.ending.cutOff, kind: 'cut-off', glyph: 'cut-off', action: 'continue' };
    case 'max_prompt_tokens':
      return { ...words.ending.promptTooLong, kind: 'prompt-too-long', glyph: 'cut-off', action: undefined };
    case 'content_filter':
      return { ...words.ending.filtered, kind: 'filtered', glyph: 'filtered', action: undefined };
    case undefined:
      return { ...words.ending.incomplete, kind: 'incomplete', glyph: 'cut-off', action: 'again' };
  }
}

function failed(run: RunObject, words: Words): Pick<EndingDescription, 'kind' | 'title' | 'text' | 'action'> {
  switch (run.last_error?.code) {
    case 'rate_limit_exceeded':
      return { ...words.ending.rateLimited, kind: 'rate-limited', action: 'try-again' };
    case 'invalid_prompt':
      return { ...words.ending.invalidPrompt, kind: 'invalid-prompt', action: undefined };
    case 'server_error':
    case undefined:
      return { ...serverError(run, words), kind: 'failed', action: 'try-again' };
  }
}

/** The contract has one code for all of these; Threadkit's server adds whose matter it is to the metadata. */
function serverError({ metadata }: RunObject, { ending }: Words): Sentence {
  const whose = metadata?.['tk_failure'];
  if (whose === 'setup') return ending.notSetUp;
  return whose === 'provider' ? ending.unavailable : ending.failed;
}
