import { expect, it } from 'vitest';
import { exampleRecord } from './example-record.ts';
import { drawPicture, spreadApart } from './picture.ts';

it('moves labels apart that would cover each other, and leaves the rest', () => {
  expect(spreadApart([100, 10, 12], 13)).toEqual([100, 10, 23]);
});

it('draws a line for each page that was measured at two lengths, ours in its own colour', () => {
  const svg = drawPicture(exampleRecord);
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg).toMatch(/<polyline class="line own"/);
  expect(svg).not.toContain('NaN');
});
