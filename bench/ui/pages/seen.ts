/** How far back from the end of the page to look: what stands below a thread is short. */
const TEXTS_LOOKED_AT = 400;

/** The last element whose own text holds `mark`, looking back from the end of `root`. */
export function findLast(root: Node, mark: string): Element | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let deepest: Node = root;
  while (deepest.lastChild) deepest = deepest.lastChild;
  walker.currentNode = deepest;
  let node: Node | null = deepest.nodeType === Node.TEXT_NODE ? deepest : walker.previousNode();
  for (let looked = 0; node && looked < TEXTS_LOOKED_AT; looked += 1) {
    if (node.textContent?.includes(mark)) return node.parentElement ?? undefined;
    node = walker.previousNode();
  }
  return undefined;
}

/** Whether it stands within `frame` on the screen, with a size. */
export function isInView(element: Element, frame: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  const within = frame.getBoundingClientRect();
  return height > 0 && top < within.bottom && bottom > within.top;
}

/** The last whole number of a text: each sentence has its own, so that it tells how far a page has come. */
export function lastNumber(text: string): string | undefined {
  return /^.*\D(\d{4,})\D/s.exec(text)?.[1];
}
