/** A scroll down to within this distance of the end starts following. */
const NEAR_END_PX = 24;
/** Browsers round the heights they report, but not the scroll offset. */
const ROUNDING_PX = 1;

/** State of a scrolling element. Lengths are CSS pixels. */
export interface ScrollPosition {
  /** The end is kept in view while content grows. */
  readonly isFollowing: boolean;
  /** The scroll offset. */
  readonly top: number;
  /** How much `top` differs from the wanted offset, because the content is too short. Reset when the user scrolls. */
  readonly pendingOffset: number;
}

export interface ScrollMeasure {
  readonly top: number;
  /** The largest scroll offset. */
  readonly max: number;
  /** How far the content in view has moved down since the last measurement. */
  readonly moved: number;
  /** The element was without layout since then, which resets its offset to 0 without a scroll by the user. */
  readonly wasHidden: boolean;
}

/**
 * The next position of a scrolling element. A scroll up by the user ends following, a scroll down to near the end starts
 * it. Content that grows, shrinks or moves does neither; while not following, the offset compensates for content that
 * moves.
 */
export function nextPosition(last: ScrollPosition, measure: ScrollMeasure): ScrollPosition {
  const { top, max, moved, wasHidden } = measure;
  const step = wasHidden ? 0 : stepBetween(last.top, top, max);
  if (max <= 0 || isFollowing(last, step, max - top - moved))
    return { isFollowing: true, top: max, pendingOffset: 0 };
  const wanted = step === 0 ? last.top + last.pendingOffset + moved : top + moved;
  const reached = Math.min(Math.max(wanted, 0), max);
  return { isFollowing: false, top: reached, pendingOffset: wanted - reached };
}

function isFollowing(last: ScrollPosition, step: number, distance: number): boolean {
  return last.isFollowing ? step >= -ROUNDING_PX : step > 0 && distance <= NEAR_END_PX;
}

/** How far the user has scrolled. An offset beyond the end of shrunk content was changed by the browser, not by the user. */
function stepBetween(last: number, top: number, max: number): number {
  if (last <= max) return top - last;
  return Math.abs(top - max) <= ROUNDING_PX ? 0 : top - max;
}
