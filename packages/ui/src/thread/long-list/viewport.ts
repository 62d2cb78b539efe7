import { createSubscribers } from '@threadkit/core/internal';

/** The scrolling element around the rows, or the page. */
export interface Scroller {
  readonly element: HTMLElement;
  /** Subscribes to its scroll events. */
  readonly target: EventTarget;
  /** The visible range in client coordinates, in CSS pixels. */
  view(): { readonly top: number; readonly bottom: number };
}

export function findScroller(inside: HTMLElement): Scroller {
  for (let element = inside.parentElement; element; element = element.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY);
    if (scrolls && element !== document.body && element !== document.documentElement) {
      const own = element;
      return { element: own, target: own, view: () => own.getBoundingClientRect() };
    }
  }
  const page = document.scrollingElement instanceof HTMLElement ? document.scrollingElement : document.body;
  return { element: page, target: document, view: () => ({ top: 0, bottom: innerHeight }) };
}

/** Whether the end of the content is visible. */
export function isAtEnd({ element }: Scroller): boolean {
  return element.scrollHeight - element.clientHeight - element.scrollTop <= 24;
}

/**
 * Runs a change of heights above the viewport and keeps `anchor` at its position on the screen. In script, because not
 * every browser has scroll anchoring, and none anchors at the very top.
 */
export function preserveScrollPosition(
  { element }: Scroller,
  anchor: Element | undefined,
  change: () => void,
): void {
  const before = anchor?.getBoundingClientRect().top ?? 0;
  const { overflowAnchor } = element.style;
  element.style.overflowAnchor = 'none';
  change();
  const moved = anchor?.isConnected ? anchor.getBoundingClientRect().top - before : 0;
  if (moved !== 0) element.scrollTop += moved;
  element.style.overflowAnchor = overflowAnchor;
}

/** An element that is open, streaming or focused. */
const IN_USE = '[data-live], [data-state="open"], :focus';

/** Whether a rendered group must not become text, although it is far from the viewport: its state would be lost. */
export function isInUse(group: HTMLElement): boolean {
  return group.querySelector(IN_USE) !== null || holdsSelection(group);
}

/** Whether a selection reaches into the group: replacing its elements would end the selection. */
export function holdsSelection(group: HTMLElement): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(group, true);
}

/** The keys of the rendered groups, with subscribers. */
export interface RenderedKeys {
  has(key: string): boolean;
  all(): ReadonlySet<string>;
  set(keys: ReadonlySet<string>): void;
  /** Adds keys before their first render, without calling subscribers. */
  begin(keys: readonly string[]): void;
  subscribe(onChange: () => void): () => void;
}

export function createRenderedKeys(): RenderedKeys {
  let keys: ReadonlySet<string> = new Set();
  const subscribers = createSubscribers();
  return {
    has: (key) => keys.has(key),
    all: () => keys,
    set(next) {
      keys = next;
      subscribers.notify();
    },
    begin(added) {
      keys = new Set([...keys, ...added]);
    },
    subscribe: subscribers.add,
  };
}
