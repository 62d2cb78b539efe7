import type { KeyboardEvent } from 'react';
import { isTouchOnly } from './is-touch-only.ts';

/** Sets the height of a text field to that of its text, if the browser lacks CSS `field-sizing`. CSS limits the height. */
export function growToContent(field: HTMLTextAreaElement): void {
  // jsdom has neither `CSS` nor layout.
  if (typeof CSS === 'undefined' || CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

/** Replaces the text of a field. */
export function setFieldText(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  growToContent(field);
}

/** Focuses a field and puts the caret at the end of its text. */
export function focusFieldEnd(field: HTMLTextAreaElement): void {
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/**
 * Whether a key press in a multi-line field sends its text. Enter does, except where it breaks the line: with Shift,
 * and on a touch screen without a keyboard, which has no Shift+Enter. Ctrl+Enter and ⌘+Enter send on every device.
 */
export function sendsOnEnter({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (key !== 'Enter' || shiftKey || altKey) return false;
  return ctrlKey || metaKey || !isTouchOnly();
}
