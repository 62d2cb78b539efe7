import type { MessageObject } from '@threadkit/core';
import { plainText } from './plain-text.ts';

type Content = Pick<MessageObject, 'content'>;

/** The text of a message, or its content as JSON if the content is not valid. Never throws. */
export function readableText(message: Content): string {
  try {
    return plainText(message);
  } catch {
    return asJson(message);
  }
}

/** A message as text, for when it cannot be rendered: its text, or its content as JSON if it has no text. */
export function messageSource(message: Content): string {
  return readableText(message) || asJson(message);
}

function asJson({ content }: Content): string {
  return JSON.stringify(content, undefined, 2) ?? '';
}
