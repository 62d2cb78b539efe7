import type { Block } from './split-blocks.ts';

/** Blocks that are rendered and laid out together: what is done about one block then costs nothing in the others. */
export interface MarkdownPart {
  readonly blocks: readonly Block[];
  /** A bracket in it may refer to a definition. */
  readonly mayRefer: boolean;
}

/** A long answer has two thousand blocks; the walk over all of them in every frame was half of its cost. */
export const PART_BLOCKS = 16;

export const EMPTY_PART: MarkdownPart = { blocks: [], mayRefer: false };

/** Puts further blocks behind `parts`. Full parts keep their reference. */
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

/** Only a block with brackets can use a definition. */
export function refers(block: Block): boolean {
  return block.kind === 'text' && block.source.includes('[');
}
