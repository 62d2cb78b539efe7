import { isTouchOnly } from '../internals/is-touch-only.ts';

/**
 * Puts the keyboard where the next message is written, after what had the focus has gone. By touch alone that
 * would open the screen's own keyboard over the answer: there the conversation itself takes the focus.
 */
export function focusAfter(input: HTMLTextAreaElement | null): void {
  const log = input
    ?.closest('[data-slot="thread"]')
    ?.querySelector<HTMLElement>('[data-slot="thread-viewport"]');
  const target = isTouchOnly() ? log : input;
  target?.focus({ preventScroll: true });
}
