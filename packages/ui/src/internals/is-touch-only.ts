import { matchesMedia } from './matches-media.ts';

/**
 * Whether touch is the only input, so that text is typed on an on-screen keyboard. A tablet with a keyboard and trackpad
 * also has a fine pointer that hovers. `composer.css` has the same condition.
 */
export function isTouchOnly(): boolean {
  return matchesMedia('(pointer: coarse)') && !matchesMedia('(any-pointer: fine) and (any-hover: hover)');
}
