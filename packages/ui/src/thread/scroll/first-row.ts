import { findFirstBelow } from './groups-in-range.ts';

/**
 * Elements declare their part in the search with `data-scroll-anchor`:
 * - `row`: a row.
 * - `list`: its children are rows or further lists. Rows may be added above its first one, so the search goes into it.
 * - `group`: a list whose rows keep their index when their elements are replaced.
 */
const ANCHOR = '[data-scroll-anchor]';
const LIST = '[data-scroll-anchor="list"]';
const GROUP = '[data-scroll-anchor="group"]';
const CONTAINER = `${LIST}, ${GROUP}`;
/** Maximum depth of the search for a block within a row. */
const MAX_DEPTH = 12;

/** An element and the distance of its top from the top of the content, in CSS pixels. */
interface Mark {
  readonly element: HTMLElement;
  readonly offset: number;
}

/** The top and bottom of the viewport in client coordinates. */
interface View {
  readonly top: number;
  readonly bottom: number;
}

/** The first row in view, and the block in it that the top of the viewport crosses. */
export interface FirstRow {
  /** The row, then its descendants from the outside in. */
  readonly marks: readonly Mark[];
  /** The group of rows and the row's index in it, because the element is replaced when a row is rendered or becomes text. */
  readonly group: HTMLElement | null;
  readonly index: number;
}

/**
 * Finds the first row in view; with `isDeep` also the block in it that the top of the viewport crosses, because content
 * of the row above that block may change. Children are found by binary search.
 */
export function findFirstRow(
  viewport: HTMLElement,
  view: View,
  scrollTop: number,
  isDeep: boolean,
): FirstRow | undefined {
  const start = rowAmong(viewport.firstElementChild, view.top);
  const element = start?.matches(CONTAINER) ? rowWithin(start, view.top) : start;
  if (!element) return undefined;
  const origin = view.top - scrollTop;
  const row = { element, offset: element.getBoundingClientRect().top - origin };
  const group = element.closest<HTMLElement>(GROUP);
  return {
    marks: isDeep ? [row, ...marksWithin(row, view, origin)] : [row],
    group,
    index: group ? rowsOf(group).indexOf(element) : -1,
  };
}

/**
 * How far the row has moved down within the content since it was found, in CSS pixels; `undefined` if it was removed.
 *
 * @param origin The top of the content in client coordinates.
 */
export function measureMove({ marks, group, index }: FirstRow, origin: number): number | undefined {
  for (const { element, offset } of marks.toReversed()) {
    const rect = element.isConnected ? element.getBoundingClientRect() : undefined;
    if (rect && (rect.width > 0 || rect.height > 0)) return rect.top - origin - offset;
  }
  const row = group?.isConnected ? rowsOf(group)[index] : undefined;
  return row && marks[0] && row.getBoundingClientRect().top - origin - marks[0].offset;
}

/** The row after it moved down by `by` pixels. */
export function moveFirstRow(first: FirstRow, by: number): FirstRow {
  const marks = first.marks.map(({ element, offset }) => ({ element, offset: offset + by }));
  return { ...first, marks };
}

/** The first marked child in view; without one, the first child in view. */
function rowAmong(content: Element | null, top: number): HTMLElement | undefined {
  if (!content) return undefined;
  const start = findFirstBelow(content.children, top);
  for (let index = start; index < content.children.length; index += 1) {
    const child = childAt(content, index);
    if (child?.matches(ANCHOR)) return child;
  }
  return childAt(content, start) ?? (content instanceof HTMLElement ? content : undefined);
}

/** Skipped content may be shorter than its reserved height: then the first row is in the next element. */
function rowWithin(container: Element, top: number): HTMLElement | undefined {
  const { children } = container;
  for (let index = findFirstBelow(children, top); index < children.length; index += 1) {
    const child = childAt(container, index);
    const row = child?.matches(CONTAINER) ? rowWithin(child, top) : child;
    if (row) return row;
  }
  return undefined;
}

function rowsOf(group: HTMLElement): Element[] {
  return [...(group.querySelector(`:scope > ${LIST}`) ?? group).children];
}

function marksWithin(row: Mark, { top, bottom }: View, origin: number): Mark[] {
  const marks: Mark[] = [];
  let { element, offset } = row;
  while (offset + origin < top && marks.length < MAX_DEPTH) {
    const child = childAt(element, findFirstBelow(element.children, top));
    if (!child) break;
    const rect = child.getBoundingClientRect();
    const isInView = rect.height > 0 && rect.bottom > top && rect.top < bottom;
    if (!isInView || !movesWithContent(child)) break;
    element = child;
    offset = rect.top - origin;
    marks.push({ element, offset });
    if (/auto|scroll/.test(getComputedStyle(element).overflowY)) break;
  }
  return marks;
}

/** False for inline elements and for absolute, fixed and sticky ones. */
function movesWithContent(element: HTMLElement): boolean {
  const { display, position } = getComputedStyle(element);
  return !display.startsWith('inline') && (position === 'static' || position === 'relative');
}

function childAt(parent: Element, index: number): HTMLElement | undefined {
  const child = parent.children[index];
  return child instanceof HTMLElement ? child : undefined;
}
