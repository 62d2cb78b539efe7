/** Maximum number of text nodes to check. There is little text below the end of a thread. */
const MAX_TEXT_NODES = 400;

/** Finds the last element whose own text contains `mark`, searching backwards from the end of `root`. */
export function findLast(root: Node, mark: string): Element | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let deepest: Node = root;
  while (deepest.lastChild) deepest = deepest.lastChild;
  walker.currentNode = deepest;
  let node: Node | null = deepest.nodeType === Node.TEXT_NODE ? deepest : walker.previousNode();
  for (let checked = 0; node && checked < MAX_TEXT_NODES; checked += 1) {
    if (node.textContent?.includes(mark)) return node.parentElement ?? undefined;
    node = walker.previousNode();
  }
  return undefined;
}

/** Whether the element has a height and is vertically within the visible area of `frame`. */
export function isInView(element: Element, frame: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  const within = frame.getBoundingClientRect();
  return height > 0 && top < within.bottom && bottom > within.top;
}

/** Returns the last complete number of a generated text. Each sentence has a different number, so it marks the position. */
export function lastNumber(text: string): string | undefined {
  return /^.*\D(\d{4,})\D/s.exec(text)?.[1];
}
