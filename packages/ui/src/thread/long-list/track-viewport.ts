import { flushSync } from 'react-dom';
import { observeSize } from '../../internals/observe-size.ts';
import { scrollOwnerOf } from '../scroll/attach-scroll-position.ts';
import { findGroupsInRange } from '../scroll/groups-in-range.ts';
import { holdsSelection, isInUse } from './is-pinned.ts';
import { preserveScrollPosition } from './preserve-scroll-position.ts';
import type { RenderedKeys } from './rendered-keys.ts';
import { findScroller, isAtEnd } from './scroller.ts';

/** How far beyond the view rows are rendered, in views. More than the 1.5 within which browsers lay out skipped content. */
const MARGIN_VIEWS = 2;
/** The view may move this far before groups are looked for again, in views. */
const SLACK_VIEWS = 0.5;
/** Groups rendered in one frame: a fling must not make a long one. */
const PER_FRAME = 2;
/** A jump that no input came before within this time was made by the browser: its find, or a screen reader. */
const JUMP_MS = 1000;
const INPUTS = ['wheel', 'keydown', 'pointerdown', 'pointerup', 'touchstart', 'touchmove'] as const;

export interface ViewportTracker {
  /** Looks again, once rows that came or went are laid out. */
  refresh(): void;
  stop(): void;
}

/**
 * Renders the groups near the view in full and lets those far from it go back to text. What a reader has selected,
 * opened or just found stays as it is; the view never moves. Joins the document's events to `near`.
 */
export function trackViewport(root: HTMLElement, near: RenderedKeys): ViewportTracker {
  const scroller = findScroller(root);
  let lookedAt = Number.NaN;
  let frame: number | undefined;
  let lastInput = Number.NEGATIVE_INFINITY;
  let hasJumped = false;
  let isHolding = false;
  // Rows that came above have moved what is read: what keeps its place sees that first, in this frame's layout.
  let isUnsettled = false;

  function look(): void {
    const { top, bottom } = scroller.view();
    const height = bottom - top;
    if (height === 0) return;
    lookedAt = scroller.element.scrollTop;
    isHolding = false;
    const margin = height * MARGIN_VIEWS;
    const around = findGroupsInRange(root, top - margin, bottom + margin);

    const next = new Set(around.map(keyOf).filter((key) => near.has(key)));
    for (const group of root.querySelectorAll<HTMLElement>('[data-slot="long-list-group"][data-near]')) {
      if (!next.has(keyOf(group)) && isInUse(group)) next.add(keyOf(group));
    }
    const missing = around.filter((group) => !next.has(keyOf(group)));
    const centre = (top + bottom) / 2;
    const distance = (group: HTMLElement): number => {
      const rect = group.getBoundingClientRect();
      return Math.max(0, rect.top - centre, centre - rect.bottom);
    };
    const seen = (group: HTMLElement): boolean => distance(group) < height / 2;
    const free = missing.filter((group) => {
      const keeps = holdsSelection(group) || (hasJumped && seen(group));
      isHolding ||= keeps;
      return !keeps;
    });
    const chosen = free.toSorted((a, b) => distance(a) - distance(b)).slice(0, PER_FRAME);
    for (const group of chosen) next.add(keyOf(group));
    if (free.length > chosen.length) lookNextFrame();
    if (isSameSet(near.all(), next)) return;
    const change = (): void => flushSync(() => near.set(next));
    const owner = scrollOwnerOf(scroller.element);
    if (owner) return owner.preservePosition(change);
    const still = around.find((group) => seen(group) && !chosen.includes(group)) ?? around.find(seen);
    preserveScrollPosition(scroller, still, change);
  }

  function lookNextFrame(): void {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      if (!isUnsettled) return look();
      isUnsettled = false;
      lookNextFrame();
    });
  }

  function refresh(): void {
    isUnsettled = true;
    lookNextFrame();
  }

  const onScroll = ({ timeStamp }: Event): void => {
    const { top, bottom } = scroller.view();
    const moved = Math.abs(scroller.element.scrollTop - lookedAt);
    if (moved < (bottom - top) * SLACK_VIEWS) return;
    hasJumped ||= timeStamp - lastInput > JUMP_MS && !isAtEnd(scroller);
    if (isUnsettled) lookNextFrame();
    else look();
  };
  const onInput = ({ timeStamp }: Event): void => {
    lastInput = timeStamp;
    hasJumped = false;
    if (isHolding) lookNextFrame();
  };
  const onSelection = (): void => {
    if (isHolding) lookNextFrame();
  };

  scroller.target.addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('selectionchange', onSelection);
  for (const name of INPUTS) addEventListener(name, onInput, { capture: true, passive: true });
  // At the end, where text grows in every frame, the scrolling that follows tells as well.
  const stopObserving = observeSize([scroller.element, root], () => {
    if (!isAtEnd(scroller)) lookNextFrame();
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
