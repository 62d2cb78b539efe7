import type { MessageObject } from '@threadkit/core';
import { plainText } from './plain-text.ts';

type Content = Pick<MessageObject, 'content'>;

/** A message's words; its content as JSON where that is not of the contract's shape. Never throws. */
export function readableText(message: Content): string {
  try {
    return plainText(message);
  } catch {
    return asJson(message);
  }
}

/** A message as text for when it cannot be rendered: its words, or its content as JSON where it has none. */
export function messageSource(message: Content): string {
  return readableText(message) || asJson(message);
}

function asJson({ content }: Content): string {
  return JSON.stringify(content, undefined, 2) ?? '';
}
