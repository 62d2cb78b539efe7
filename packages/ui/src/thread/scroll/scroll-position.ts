/** A step down that ends within this distance of the end, in CSS pixels, begins following. */
const NEAR_END_PX = 24;
/** The end is known to within a pixel: browsers round the heights they report, but not the scroll offset. */
const ROUNDING_PX = 1;

/** Where a scrolling element is, and why. Lengths are CSS pixels. */
export interface ScrollPosition {
  /** The end is kept in view while content grows. */
  readonly isFollowing: boolean;
  /** The scroll offset. */
  readonly top: number;
  /** What is still missing from `top`, because the content ends there. Dropped at the reader's next step. */
  readonly owed: number;
}

export interface ScrollMeasure {
  readonly top: number;
  /** The largest scroll offset. */
  readonly max: number;
  /** How far the content in view has moved down within the content since the last measure. */
  readonly moved: number;
  /** The element was not laid out in between, which sets its offset to 0 without a step of the reader. */
  readonly wasHidden: boolean;
}

/**
 * The position that a scrolling element must take. A step up of the reader ends following, and a step down near the
 * end begins it. Content that grows, shrinks or moves does neither: while the reader is away from the end, the scroll
 * offset follows the content in view.
 */
export function nextPosition(last: ScrollPosition, measure: ScrollMeasure): ScrollPosition {
  const { top, max, moved, wasHidden } = measure;
  const step = wasHidden ? 0 : stepBetween(last.top, top, max);
  if (max <= 0 || isFollowing(last, step, max - top - moved)) return { isFollowing: true, top: max, owed: 0 };
  const wanted = step === 0 ? last.top + last.owed + moved : top + moved;
  const reached = Math.min(Math.max(wanted, 0), max);
  return { isFollowing: false, top: reached, owed: wanted - reached };
}

function isFollowing(last: ScrollPosition, step: number, distance: number): boolean {
  return last.isFollowing ? step >= -ROUNDING_PX : step > 0 && distance <= NEAR_END_PX;
}

/** How far the reader has scrolled. An end that has come above the last offset moves it there by itself. */
function stepBetween(last: number, top: number, max: number): number {
  if (last <= max) return top - last;
  return Math.abs(top - max) <= ROUNDING_PX ? 0 : top - max;
}
