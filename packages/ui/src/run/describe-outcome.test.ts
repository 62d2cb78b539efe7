import type { RunObject } from '@threadkit/core';
import { expect, test } from 'vitest';
import { aRun } from '../../stories/wire-objects.ts';
import { en } from '../locales/en.ts';
import { describeOutcome } from './describe-outcome.ts';

const kindOf = (run: Partial<RunObject>, wasAsking = false): string | undefined => {
  const ending = describeOutcome({ run: aRun(run), wasAsking, hasText: true }, en);
  return ending && `${ending.kind}/${ending.action ?? 'nothing'}/${ending.isFailure ? 'red' : 'grey'}`;
};

test.each([
  [
    { status: 'incomplete', incomplete_details: { reason: 'max_completion_tokens' } },
    'cut-off/continue/grey',
  ],
  [
    { status: 'incomplete', incomplete_details: { reason: 'max_prompt_tokens' } },
    'prompt-too-long/nothing/grey',
  ],
  [{ status: 'incomplete', incomplete_details: { reason: 'content_filter' } }, 'filtered/nothing/grey'],
  [{ status: 'incomplete', incomplete_details: null }, 'incomplete/again/grey'],
  [{ status: 'cancelled' }, 'stopped/again/grey'],
  [{ status: 'expired' }, 'expired/again/grey'],
  [{ status: 'failed', last_error: { code: 'server_error', message: '' } }, 'failed/try-again/red'],
  [
    { status: 'failed', last_error: { code: 'rate_limit_exceeded', message: '' } },
    'rate-limited/try-again/red',
  ],
  [{ status: 'failed', last_error: { code: 'invalid_prompt', message: '' } }, 'invalid-prompt/nothing/red'],
  [{ status: 'failed', last_error: null }, 'failed/try-again/red'],
] as const)('%j is told as %s', (run, told) => {
  expect(kindOf(run)).toBe(told);
});

test('a question that nobody answered is another ending than a run that took too long', () => {
  expect(kindOf({ status: 'expired' }, true)).toBe('expired-approval/ask-again/grey');
});

test.each(['queued', 'in_progress', 'requires_action', 'cancelling', 'completed'] as const)(
  'a run that is %s has no ending line',
  (status) => {
    expect(kindOf({ status })).toBeUndefined();
  },
);

test('the backend’s own words are kept for who looks closer', () => {
  const run = aRun({ status: 'failed', last_error: { code: 'server_error', message: 'overloaded' } });
  expect(describeOutcome({ run, wasAsking: false, hasText: true }, en)?.details).toBe('overloaded');
});

test('an ending says what happened to the work', () => {
  const run = aRun({ status: 'failed', last_error: { code: 'rate_limit_exceeded', message: '' } });
  const told = (hasText: boolean): string | undefined =>
    describeOutcome({ run, wasAsking: false, hasText }, en)?.text;
  expect(told(true)).toMatch(/The text so far is kept\.$/);
  expect(told(false)).toMatch(/No response was generated\.$/);
});

test('a stopped run says nothing but that', () => {
  const stopped = describeOutcome(
    { run: aRun({ status: 'cancelled' }), wasAsking: false, hasText: false },
    en,
  );
  expect(stopped?.text).toBe('No response was generated.');
});

test.each([
  [{}, en.outcome.failed.text],
  [{ tk_failure: 'setup' }, en.outcome.modelConfig.text],
  [{ tk_failure: 'provider' }, en.outcome.providerUnavailable.text],
  [{ tk_failure: 'constructor' }, en.outcome.failed.text],
] as const)('a failed run with the metadata %j says "%s"', (metadata, text) => {
  const run = aRun({ status: 'failed', last_error: { code: 'server_error', message: '' }, metadata });
  expect(describeOutcome({ run, wasAsking: false, hasText: false }, en)?.text).toBe(
    `${text} ${en.outcome.noText}`,
  );
});
