import type { KeyboardEvent } from 'react';
import { isTouchOnly } from './is-touch-only.ts';

/**
 * Whether a key in a multi-line field sends it. Enter sends, except with Shift and on touch-only devices, whose on-screen
 * keyboard has no Shift+Enter: there it inserts a line break. Ctrl+Enter and ⌘+Enter always send.
 */
export function sendsOnEnter({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (key !== 'Enter' || shiftKey || altKey) return false;
  return ctrlKey || metaKey || !isTouchOnly();
}
