import { parseBlocks, renderBlocks } from './render-markdown.ts';

/** Renders a growing text, at most once per frame. Closed blocks are rendered once, the open block again each time. */
export function streamMarkdown(into: HTMLElement, onRendered: (closed: readonly Node[]) => void) {
  /** Source and nodes of the open block. */
  let open = '';
  let openNodes: Node[] = [];
  let isScheduled = false;

  function render(): void {
    isScheduled = false;
    const blocks = parseBlocks(open);
    // A block can change until the next block begins. In the generated text, later blocks do not change it.
    const closed = blocks.slice(0, -1);
    const last = blocks.slice(-1);
    const closedNodes = renderBlocks(closed);
    for (const node of openNodes) into.removeChild(node);
    openNodes = renderBlocks(last);
    into.append(...closedNodes, ...openNodes);
    open = last.map(({ raw }) => raw).join('');
    onRendered(closedNodes);
  }

  return (delta: string): void => {
    open += delta;
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(render);
  };
}
