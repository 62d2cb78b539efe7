import type { KeyboardEvent } from 'react';
import { isTouchAlone } from './touch-alone.ts';

/**
 * Whether a key in a field of several lines sends it. Enter does, unless it breaks the line: with Shift, and on a
 * touch screen without a keyboard, whose own keyboard has no Shift+Enter. Ctrl+Enter and ⌘+Enter send everywhere.
 */
export function sendsOnEnter({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (key !== 'Enter' || shiftKey || altKey) return false;
  return ctrlKey || metaKey || !isTouchAlone();
}
