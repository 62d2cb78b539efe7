import type { RunObject } from '@threadkit/core';
import { expect, test } from 'vitest';
import { aRun } from '../../stories/wire-objects.ts';
import { en } from '../locales/en.ts';
import { describeOutcome } from './describe-outcome.ts';

const kindOf = (run: Partial<RunObject>, wasPendingApproval = false): string | undefined => {
  const outcome = describeOutcome({ run: aRun(run), wasPendingApproval, hasText: true }, en);
  return outcome && `${outcome.kind}/${outcome.action ?? 'nothing'}/${outcome.isFailure ? 'red' : 'gray'}`;
};

test.each([
  [
    { status: 'incomplete', incomplete_details: { reason: 'max_completion_tokens' } },
    'max-completion-tokens/continue/gray',
  ],
  [
    { status: 'incomplete', incomplete_details: { reason: 'max_prompt_tokens' } },
    'max-prompt-tokens/nothing/gray',
  ],
  [{ status: 'incomplete', incomplete_details: { reason: 'content_filter' } }, 'content-filter/nothing/gray'],
  [{ status: 'incomplete', incomplete_details: null }, 'incomplete/runAgain/gray'],
  [{ status: 'cancelled' }, 'stopped/runAgain/gray'],
  [{ status: 'expired' }, 'expired/runAgain/gray'],
  [{ status: 'failed', last_error: { code: 'server_error', message: '' } }, 'failed/retry/red'],
  [{ status: 'failed', last_error: { code: 'rate_limit_exceeded', message: '' } }, 'rate-limited/retry/red'],
  [{ status: 'failed', last_error: { code: 'invalid_prompt', message: '' } }, 'invalid-prompt/nothing/red'],
  [{ status: 'failed', last_error: null }, 'failed/retry/red'],
] as const)('describeOutcome of %j is %s', (run, expected) => {
  expect(kindOf(run)).toBe(expected);
});

test('describeOutcome distinguishes an expired approval from a run that took too long', () => {
  expect(kindOf({ status: 'expired' }, true)).toBe('expired-approval/askAgain/gray');
});

test.each(['queued', 'in_progress', 'requires_action', 'cancelling', 'completed'] as const)(
  'describeOutcome returns undefined for a run that is %s',
  (status) => {
    expect(kindOf({ status })).toBeUndefined();
  },
);

test('describeOutcome returns the message of the backend as details', () => {
  const run = aRun({ status: 'failed', last_error: { code: 'server_error', message: 'overloaded' } });
  expect(describeOutcome({ run, wasPendingApproval: false, hasText: true }, en)?.details).toBe('overloaded');
});

test('the text of an outcome says whether text of the response was kept', () => {
  const run = aRun({ status: 'failed', last_error: { code: 'rate_limit_exceeded', message: '' } });
  const textOf = (hasText: boolean): string | undefined =>
    describeOutcome({ run, wasPendingApproval: false, hasText }, en)?.text;
  expect(textOf(true)).toMatch(/The text so far is kept\.$/);
  expect(textOf(false)).toMatch(/No response was generated\.$/);
});

test('the text of a stopped run only says whether there is a response', () => {
  const stopped = describeOutcome(
    { run: aRun({ status: 'cancelled' }), wasPendingApproval: false, hasText: false },
    en,
  );
  expect(stopped?.text).toBe('No response was generated.');
});

test.each([
  [{}, en.outcome.failed.text],
  [{ tk_failure: 'setup' }, en.outcome.modelConfig.text],
  [{ tk_failure: 'provider' }, en.outcome.providerUnavailable.text],
  [{ tk_failure: 'constructor' }, en.outcome.failed.text],
] as const)('the text of a failed run with the metadata %j is "%s"', (metadata, text) => {
  const run = aRun({ status: 'failed', last_error: { code: 'server_error', message: '' }, metadata });
  expect(describeOutcome({ run, wasPendingApproval: false, hasText: false }, en)?.text).toBe(
    `${text} ${en.outcome.noText}`,
  );
});

test.each([
  [{ code: 'rate_limit_exceeded', message: '' }, { tk_failure: 'quota' }],
  [{ code: 'insufficient_quota', message: '' } as unknown as RunObject['last_error'], {}],
] as const)(
  'the text of a run that failed with %j and the metadata %j does not ask to wait',
  (error, metadata) => {
    const run = aRun({ status: 'failed', last_error: error, metadata });
    const { title, text } = describeOutcome({ run, wasPendingApproval: false, hasText: false }, en) ?? {};
    expect(title).toBe('Quota exceeded.');
    expect(text).toBe(
      'The account’s model quota is used up. Please contact support. No response was generated.',
    );
  },
);
