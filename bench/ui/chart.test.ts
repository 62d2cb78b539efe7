import { expect, it } from 'vitest';
import { drawChart, separateLabels } from './chart.ts';
import { exampleRecord } from './example-record.ts';

it('separateLabels moves only labels that overlap', () => {
  expect(separateLabels([100, 10, 12], 13)).toEqual([100, 10, 23]);
});

it('drawChart draws a line for each candidate with two or more points, and highlights Threadkit', () => {
  const svg = drawChart(exampleRecord);
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg).toMatch(/<polyline class="line own"/);
  expect(svg).not.toContain('NaN');
});
