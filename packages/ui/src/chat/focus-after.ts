import { matchesMedia } from '../internals/matches-media.ts';

/**
 * Puts the keyboard where the next message is written, after what had the focus has gone. On a touch screen that
 * would open the screen's own keyboard over the answer: there the conversation itself takes the focus.
 */
export function focusAfter(input: HTMLTextAreaElement | null): void {
  const isTouch = matchesMedia('(pointer: coarse)');
  const log = input
    ?.closest('[data-slot="thread"]')
    ?.querySelector<HTMLElement>('[data-slot="thread-viewport"]');
  const target = isTouch ? log : input;
  target?.focus({ preventScroll: true });
}
