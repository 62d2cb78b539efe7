import { matchesMedia } from './matches-media.ts';

/**
 * Whether the page is used by touch alone, so that text is typed on the screen's own keyboard. A tablet with a
 * keyboard and a trackpad has a coarse pointer and a fine one that hovers. `composer.css` asks the same.
 */
export function isTouchAlone(): boolean {
  return matchesMedia('(pointer: coarse)') && !matchesMedia('(any-pointer: fine) and (any-hover: hover)');
}
