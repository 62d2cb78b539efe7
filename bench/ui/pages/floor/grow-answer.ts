import { drawBlocks, readBlocks } from './draw-markdown.ts';

/** Draws a growing text into `into`: closed blocks once, the open one again, at most once a frame. */
export function growAnswer(into: HTMLElement, onDrawn: (closed: readonly Node[]) => void) {
  /** What is not closed yet, and what stands there for it. */
  let open = '';
  let drawn: Node[] = [];
  let isScheduled = false;

  function draw(): void {
    isScheduled = false;
    const blocks = readBlocks(open);
    // A block may still change until the next one has begun; in this text no later one changes it.
    const closed = blocks.slice(0, -1);
    const last = blocks.slice(-1);
    const fixed = drawBlocks(closed);
    const loose = drawBlocks(last);
    for (const node of drawn) into.removeChild(node);
    into.append(...fixed, ...loose);
    drawn = loose;
    open = last.map(({ raw }) => raw).join('');
    onDrawn(fixed);
  }

  return (delta: string): void => {
    open += delta;
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(draw);
  };
}
