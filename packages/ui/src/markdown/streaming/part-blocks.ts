import type { Block } from './split-blocks.ts';

/** A group of blocks that is memoized and laid out together, so that a change in one group does not affect the others. */
export interface MarkdownPart {
  readonly blocks: readonly Block[];
  /** A block contains a bracket, which may reference a link definition. */
  readonly mayRefer: boolean;
}

/** A long response has two thousand blocks; comparing all of them in every frame was half of the cost. */
export const PART_BLOCKS = 16;

export const EMPTY_PART: MarkdownPart = { blocks: [], mayRefer: false };

/** Appends `blocks` to `parts`. Full parts keep their reference. */
export function appendBlocks(
  parts: readonly MarkdownPart[],
  blocks: readonly Block[],
): readonly MarkdownPart[] {
  if (blocks.length === 0) return parts;
  const appended = [...parts];
  for (const block of blocks) {
    const last = appended.at(-1);
    const hasRoom = last !== undefined && last.blocks.length < PART_BLOCKS;
    const { blocks: before, mayRefer } = hasRoom ? last : EMPTY_PART;
    const part = { blocks: [...before, block], mayRefer: mayRefer || refers(block) };
    appended.splice(hasRoom ? -1 : appended.length, 1, part);
  }
  return appended;
}

/** Whether a block may reference a link definition: only one with a bracket can. */
export function refers(block: Block): boolean {
  return block.kind === 'text' && block.source.includes('[');
}
