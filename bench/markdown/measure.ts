/**
 * How the time grows that `Markdown` takes for texts of one shape: n, 2n and 4n characters. A shape that is read in linear
 * time doubles; one that takes four times as long is a way to hold a page up. Times depend on the machine, so nothing
 * fails here: read the ratios.
 */
import { Markdown } from '@threadkit/ui';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { shapes } from './shapes.ts';

const ROUNDS = 5;

function msFor(text: string, isStreaming: boolean): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const startedAt = performance.now();
    renderToString(createElement(Markdown, { text, isStreaming }));
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

console.log(
  `${'shape'.padEnd(28)}${'characters'.padStart(11)}   ms for n, 2n, 4n, and the ratios: whole · streaming`,
);
for (const [name, write] of Object.entries(shapes)) {
  const texts = [write(1), write(2), write(4)];
  const cells = [false, true].map((isStreaming) => {
    const [one = 0, two = 0, four = 0] = texts.map((text) => msFor(text, isStreaming));
    const times = [one, two, four].map((ms) => ms.toFixed(1)).join(' ');
    return `${times} (×${(two / one).toFixed(1)} ×${(four / two).toFixed(1)})`;
  });
  console.log(`${name.padEnd(28)}${String(texts[0]?.length).padStart(11)}   ${cells.join(' · ')}`);
}
