import type { RunObject } from '@threadkit/core';
import { expect, test } from 'vitest';
import { aRun } from '../../stories/objects.ts';
import { english } from '../locales/en.ts';
import { describeEnding } from './describe-outcome.ts';

const kindOf = (run: Partial<RunObject>, wasAsking = false): string | undefined => {
  const ending = describeEnding({ run: aRun(run), wasAsking, hasText: true }, english);
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
  expect(describeEnding({ run, wasAsking: false, hasText: true }, english)?.details).toBe('overloaded');
});

test('an ending says what happened to the work', () => {
  const run = aRun({ status: 'failed', last_error: { code: 'rate_limit_exceeded', message: '' } });
  const told = (hasText: boolean): string | undefined =>
    describeEnding({ run, wasAsking: false, hasText }, english)?.text;
  expect(told(true)).toMatch(/The text so far is kept\.$/);
  expect(told(false)).toMatch(/Nothing was written\.$/);
});

test('a stopped run says nothing but that', () => {
  const stopped = describeEnding(
    { run: aRun({ status: 'cancelled' }), wasAsking: false, hasText: false },
    english,
  );
  expect(stopped?.text).toBe('Nothing was written.');
});

test.each([
  [{}, english.ending.failed.text],
  [{ tk_failure: 'setup' }, english.ending.notSetUp.text],
  [{ tk_failure: 'provider' }, english.ending.unavailable.text],
  [{ tk_failure: 'constructor' }, english.ending.failed.text],
] as const)('a failed run with the metadata %j says "%s"', (metadata, text) => {
  const run = aRun({ status: 'failed', last_error: { code: 'server_error', message: '' }, metadata });
  expect(describeEnding({ run, wasAsking: false, hasText: false }, english)?.text).toBe(
    `${text} ${english.ending.nothingWritten}`,
  );
});
