import { flushSync } from 'react-dom';
import { observeSize } from '../../internals/observe-size.ts';
import { getScrollOwner } from '../scroll/attach-scroll-position.ts';
import { findGroupsInRange } from '../scroll/groups-in-range.ts';
import {
  findScroller,
  holdsSelection,
  isAtEnd,
  isInUse,
  preserveScrollPosition,
  type RenderedKeys,
} from './viewport.ts';

/** Rows within this many viewport heights are rendered. More than the 1.5 within which browsers lay out skipped content. */
const MARGIN_VIEWS = 2;
/** Scroll distance between two searches for groups, in viewport heights. */
const SLACK_VIEWS = 0.5;
/** Maximum groups rendered per frame, so that fast scrolling causes no long frame. */
const PER_FRAME = 2;
/** A jump without input within this time comes from the browser: find in page, or a screen reader. */
const JUMP_MS = 1000;
const INPUTS = ['wheel', 'keydown', 'pointerdown', 'pointerup', 'touchstart', 'touchmove'] as const;

export interface ViewportTracker {
  /** Searches again after added or removed rows were laid out. */
  refresh(): void;
  stop(): void;
}

/**
 * Renders the groups near the viewport, and turns those far from it back to text. Groups that are selected, open or were
 * just found stay rendered. The content in view never moves.
 */
export function trackViewport(root: HTMLElement, renderedKeys: RenderedKeys): ViewportTracker {
  const scroller = findScroller(root);
  let lastScrollTop = Number.NaN;
  let frame: number | undefined;
  let lastInput = Number.NEGATIVE_INFINITY;
  let hasJumped = false;
  let keepsTextRows = false;
  // Rows added above have moved the content. The scroll position is corrected first, in this frame's layout.
  let isLayoutPending = false;

  function updateRenderedGroups(): void {
    const { top, bottom } = scroller.view();
    const height = bottom - top;
    if (height === 0) return;
    lastScrollTop = scroller.element.scrollTop;
    keepsTextRows = false;
    const margin = height * MARGIN_VIEWS;
    const around = findGroupsInRange(root, top - margin, bottom + margin);

    const next = new Set(around.map(keyOf).filter((key) => renderedKeys.has(key)));
    for (const group of root.querySelectorAll<HTMLElement>('[data-slot="long-list-group"][data-rendered]')) {
      if (!next.has(keyOf(group)) && isInUse(group)) next.add(keyOf(group));
    }
    const missing = around.filter((group) => !next.has(keyOf(group)));
    const center = (top + bottom) / 2;
    const distance = (group: HTMLElement): number => {
      const rect = group.getBoundingClientRect();
      return Math.max(0, rect.top - center, center - rect.bottom);
    };
    const seen = (group: HTMLElement): boolean => distance(group) < height / 2;
    const free = missing.filter((group) => {
      const keeps = holdsSelection(group) || (hasJumped && seen(group));
      keepsTextRows ||= keeps;
      return !keeps;
    });
    const chosen = free.toSorted((a, b) => distance(a) - distance(b)).slice(0, PER_FRAME);
    for (const group of chosen) next.add(keyOf(group));
    if (free.length > chosen.length) scheduleUpdate();
    if (isSameSet(renderedKeys.all(), next)) return;
    const change = (): void => flushSync(() => renderedKeys.set(next));
    const owner = getScrollOwner(scroller.element);
    if (owner) return owner.preservePosition(change);
    const still = around.find((group) => seen(group) && !chosen.includes(group)) ?? around.find(seen);
    preserveScrollPosition(scroller, still, change);
  }

  function scheduleUpdate(): void {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      if (!isLayoutPending) return updateRenderedGroups();
      isLayoutPending = false;
      scheduleUpdate();
    });
  }

  function refresh(): void {
    isLayoutPending = true;
    scheduleUpdate();
  }

  const onScroll = ({ timeStamp }: Event): void => {
    const { top, bottom } = scroller.view();
    const moved = Math.abs(scroller.element.scrollTop - lastScrollTop);
    if (moved < (bottom - top) * SLACK_VIEWS) return;
    hasJumped ||= timeStamp - lastInput > JUMP_MS && !isAtEnd(scroller);
    if (isLayoutPending) scheduleUpdate();
    else updateRenderedGroups();
  };
  const onInput = ({ timeStamp }: Event): void => {
    lastInput = timeStamp;
    hasJumped = false;
    if (keepsTextRows) scheduleUpdate();
  };
  const onSelection = (): void => {
    if (keepsTextRows) scheduleUpdate();
  };

  scroller.target.addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('selectionchange', onSelection);
  for (const name of INPUTS) addEventListener(name, onInput, { capture: true, passive: true });
  // While the end is followed, text grows in every frame and each scroll event triggers a search as well.
  const stopObserving = observeSize([scroller.element, root], () => {
    if (!isAtEnd(scroller)) scheduleUpdate();
  });
  refresh();
  return {
    refresh,
    stop() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      stopObserving();
      scroller.target.removeEventListener('scroll', onScroll);
      document.removeEventListener('selectionchange', onSelection);
      for (const name of INPUTS) removeEventListener(name, onInput, { capture: true });
    },
  };
}

function keyOf(group: HTMLElement): string {
  return group.dataset['key'] ?? '';
}

function isSameSet(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  return before.size === after.size && [...before].every((key) => after.has(key));
}
