import type { ThreadkitError } from '@threadkit/core';
import type { LocaleStrings, NoticeStrings } from '../../locales/locale-strings.ts';
import type { KeyValue } from '../key-value.ts';

/** A localized error text, and the raw text as details. */
export interface ErrorDescription extends NoticeStrings {
  readonly details: string;
  readonly keyValues: readonly KeyValue[];
}

/** The locale's text for the kind of error, and the error's message and ids as details. */
export function describeError(error: ThreadkitError, strings: LocaleStrings): ErrorDescription {
  const { title, text } = noticeFor(error, strings.error);
  const keyValues: KeyValue[] = [];
  if (error.status !== undefined) keyValues.push({ label: 'status', value: String(error.status) });
  if (error.body?.code) keyValues.push({ label: 'code', value: error.body.code });
  if (error.requestId !== undefined)
    keyValues.push({ label: strings.error.requestId, value: error.requestId });
  return { title, text, details: error.message, keyValues };
}

function noticeFor(
  { kind, status = 0, body }: ThreadkitError,
  strings: LocaleStrings['error'],
): NoticeStrings {
  // Waiting does not refill the quota of an account.
  if (body?.code === 'insufficient_quota') return strings.insufficientQuota;
  if (status >= 500) return strings.unavailable;
  return strings[kind === 'config' && status === 404 ? 'noAssistant' : kind];
}
