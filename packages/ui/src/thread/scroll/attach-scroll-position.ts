import { observeSize } from '../../internals/observe-size.ts';
import { type FirstRow, findFirstRow, measureMove, moveFirstRow } from './first-row.ts';
import { nextPosition, type ScrollPosition } from './scroll-position.ts';

/** While following the end, the first row is searched again after this many viewport heights. */
const STALE_VIEWS = 2;

/** Controls the scroll position of an element. */
export interface ScrollOwner {
  /** Scrolls to the end and follows it. */
  followEnd(): void;
  /** Calls `change`, which may change heights, and keeps the content in view at its position, or the end in view. */
  preservePosition(change: () => void): void;
  detach(): void;
}

const owners = new WeakMap<HTMLElement, ScrollOwner>();

/** The controller of this element's scroll position. Other code must not compensate for moved content. */
export function getScrollOwner(element: HTMLElement): ScrollOwner | undefined {
  return owners.get(element);
}

/**
 * Controls the scroll position of an element until `detach`: follows the end until the user scrolls up, then keeps the
 * first row in view at its position. Disables the browser's scroll anchoring, which not all browsers have and which never
 * anchors at the very top. Observes the size of the element and of its first child.
 */
export function attachScrollPosition(
  element: HTMLElement,
  onFollowing: (isFollowing: boolean) => void,
): ScrollOwner {
  let position: ScrollPosition = { isFollowing: true, top: element.scrollTop, pendingOffset: 0 };
  let first: FirstRow | undefined;
  /** The scroll offset at which `first` was found. */
  let foundAt = 0;
  let height = element.clientHeight;
  let wasHidden = false;

  /** Measures the content, and sets the scroll offset to the end or to where the first row keeps its place. */
  function updatePosition(): void {
    const view = element.getBoundingClientRect();
    if (view.height === 0) {
      wasHidden = true;
      return;
    }
    const top = element.scrollTop;
    const { scrollHeight } = element;
    const last = position;
    const moved = first && measureMove(first, view.top - top);
    position = nextPosition(last, { top, max: scrollHeight - height, moved: moved ?? 0, wasHidden });
    wasHidden = false;
    if (position.isFollowing) {
      if (position.top !== top) element.scrollTop = scrollHeight;
      if (first && moved !== undefined && Math.abs(position.top - foundAt) <= height * STALE_VIEWS) {
        if (moved !== 0) first = moveFirstRow(first, moved);
      } else remember(view);
    } else {
      if (position.top !== top) setScrollTop(position.top);
      // Search again only after a scroll: a row added above may be the first in view now, and is not rendered yet.
      if (last.isFollowing || top !== last.top || !first || moved === undefined) remember(view);
      else if (moved !== 0) first = moveFirstRow(first, moved);
    }
    if (position.isFollowing !== last.isFollowing) onFollowing(position.isFollowing);
  }

  /** Sets the scroll offset. Browsers round it to device pixels; the difference is added to `pendingOffset`. */
  function setScrollTop(wanted: number): void {
    element.scrollTop = wanted;
    const top = element.scrollTop;
    position = { ...position, top, pendingOffset: position.pendingOffset + wanted - top };
  }

  function remember(view: DOMRect): void {
    foundAt = position.top;
    first = findFirstRow(element, view, element.scrollTop, !position.isFollowing);
  }

  const onScroll = (): void => {
    // Skip events of offsets that were set here: they fire in every frame of a response, and layout reads are slow.
    const step = Math.abs(element.scrollTop - position.top);
    if (step > (position.isFollowing ? 1 : 0)) updatePosition();
  };
  const content = element.firstElementChild;
  const stopObserving = [
    observeSize([element], () => {
      height = element.clientHeight;
      updatePosition();
    }),
    observeSize(content ? [content] : [], updatePosition),
  ];
  element.addEventListener('scroll', onScroll, { passive: true });
  const { overflowAnchor } = element.style;
  element.style.overflowAnchor = 'none';
  updatePosition();

  const owner: ScrollOwner = {
    followEnd() {
      const { isFollowing } = position;
      element.scrollTop = element.scrollHeight;
      position = { isFollowing: true, top: element.scrollTop, pendingOffset: 0 };
      if (!isFollowing) onFollowing(true);
    },
    preservePosition(change) {
      updatePosition();
      change();
      updatePosition();
    },
    detach() {
      owners.delete(element);
      for (const stop of stopObserving) stop();
      element.removeEventListener('scroll', onScroll);
      element.style.overflowAnchor = overflowAnchor;
    },
  };
  owners.set(element, owner);
  return owner;
}
