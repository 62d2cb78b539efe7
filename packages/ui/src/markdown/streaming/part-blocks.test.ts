import { expect, test } from 'vitest';
import { appendBlocks, EMPTY_PART, PART_BLOCKS } from './part-blocks.ts';
import type { Block } from './split-blocks.ts';

const blocks = (count: number, source = 'words'): Block[] =>
  Array.from({ length: count }, () => ({ kind: 'text', source }));

test('parts are filled in order, for blocks appended together and one by one', () => {
  const all = blocks(PART_BLOCKS * 2 + 1);
  const atOnce = appendBlocks([], all);
  const oneByOne = all.reduce((parts, block) => appendBlocks(parts, [block]), appendBlocks([], []));
  expect(oneByOne).toEqual(atOnce);
  expect(atOnce.map((part) => part.blocks.length)).toEqual([PART_BLOCKS, PART_BLOCKS, 1]);
});

test('full parts keep their reference, and the list keeps its reference if no block is appended', () => {
  const before = appendBlocks([], blocks(PART_BLOCKS + 3));
  const after = appendBlocks(before, blocks(1));
  expect(after[0]).toBe(before[0]);
  expect(appendBlocks(after, [])).toBe(after);
});

test('mayRefer is set for a part with a bracket', () => {
  const [part] = appendBlocks([EMPTY_PART], [...blocks(1), ...blocks(1, 'See [the guide].'), ...blocks(1)]);
  expect(part?.mayRefer).toBe(true);
  expect(appendBlocks([], blocks(2))[0]?.mayRefer).toBe(false);
});
