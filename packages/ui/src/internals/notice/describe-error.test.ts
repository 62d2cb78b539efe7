import { type ErrorDetails, type ErrorKind, ThreadkitError } from '@threadkit/core';
import { expect, test } from 'vitest';
import { en } from '../../locales/en.ts';
import { describeError } from './describe-error.ts';

const textOf = (kind: ErrorKind, details: ErrorDetails = {}): string =>
  describeError(new ThreadkitError(kind, 'raw', details), en).text;

test.each([
  ['config', {}, en.error.config.text],
  ['config', { status: 404 }, en.error.noAssistant.text],
  ['config', { status: 400 }, en.error.config.text],
  ['api', { status: 404 }, en.error.api.text],
  ['api', { status: 503 }, en.error.unavailable.text],
  ['rate-limited', { status: 429 }, en.error['rate-limited'].text],
  [
    'rate-limited',
    {
      status: 429,
      body: { message: 'Pay.', type: 'insufficient_quota', param: null, code: 'insufficient_quota' },
    },
    en.error.insufficientQuota.text,
  ],
  ['network', {}, en.error.network.text],
] as const)('describeError of the kind %s with %j is "%s"', (kind, details, text) => {
  expect(textOf(kind, details)).toBe(text);
});

test('the details contain the message, the status, the code and the request id', () => {
  const error = new ThreadkitError('config', "No assistant found with id 'asst_typo'.", {
    status: 404,
    requestId: 'req_1',
  });
  expect(describeError(error, en)).toMatchObject({
    details: "No assistant found with id 'asst_typo'.",
    keyValues: [
      { label: 'status', value: '404' },
      { label: 'Request ID', value: 'req_1' },
    ],
  });
});
