/** The group elements below `root` (pages, sections, groups) that lie between two heights, top first. */
export function findGroupsInRange(root: Element, top: number, bottom: number): HTMLElement[] {
  return findChildrenInRange(root, top, bottom)
    .flatMap((page) => findChildrenInRange(page, top, bottom))
    .flatMap((section) => findChildrenInRange(section, top, bottom));
}

/** Children are in vertical order, so that only a few have to be measured. */
function findChildrenInRange({ children }: Element, top: number, bottom: number): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let index = findFirstBelow(children, top); index < children.length; index += 1) {
    const child = children[index];
    if (!(child instanceof HTMLElement) || child.getBoundingClientRect().top > bottom) break;
    found.push(child);
  }
  return found;
}

/** Index of the first child whose bottom is below `top`. */
export function findFirstBelow(children: HTMLCollection, top: number): number {
  let from = 0;
  let to = children.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const isAbove = (children[middle]?.getBoundingClientRect().bottom ?? 0) <= top;
    if (isAbove) from = middle + 1;
    else to = middle;
  }
  return from;
}
