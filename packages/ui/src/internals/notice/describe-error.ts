import type { ThreadkitError } from '@threadkit/core';
import type { Sentence, Words } from '../../locales/locale-strings.ts';
import type { Fact } from '../fact.ts';

/** An error as a person reads it, with the raw text for who looks closer. */
export interface ErrorDescription extends Sentence {
  readonly details: string;
  readonly facts: readonly Fact[];
}

/** The catalogue's sentence for what went wrong; the error's own message and ids as details. */
export function describeError(error: ThreadkitError, words: Words): ErrorDescription {
  const { title, text } = sentenceFor(error, words.error);
  const facts: Fact[] = [];
  if (error.status !== undefined) facts.push({ label: 'status', value: String(error.status) });
  if (error.body?.code) facts.push({ label: 'code', value: error.body.code });
  if (error.requestId !== undefined) facts.push({ label: words.error.requestId, value: error.requestId });
  return { title, text, details: error.message, facts };
}

function sentenceFor({ kind, status = 0 }: ThreadkitError, words: Words['error']): Sentence {
  if (status >= 500) return words.unavailable;
  return words[kind === 'config' && status === 404 ? 'noAssistant' : kind];
}
