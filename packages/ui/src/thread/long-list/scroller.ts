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
