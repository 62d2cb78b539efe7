/** What scrolls around some rows: an element, or the page itself. */
export interface Scroller {
  readonly element: HTMLElement;
  /** Hears its scroll events. */
  readonly target: EventTarget;
  /** The visible stretch in client coordinates, CSS pixels. */
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

/** Whether the end of what scrolls is in sight. */
export function isAtEnd({ element }: Scroller): boolean {
  return element.scrollHeight - element.clientHeight - element.scrollTop <= 24;
}
