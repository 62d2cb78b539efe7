/**
 * Measures how the render time of `Markdown` grows with the length of the text: n, 2n and 4n characters of one shape. A
 * ratio of 2 is linear; a ratio of 4 is quadratic, so such a text could block a page. Times depend on the machine, so
 * nothing fails here: compare the ratios.
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
  `${'shape'.padEnd(28)}${'characters'.padStart(11)}   ms for n, 2n, 4n, and ratios: complete · streaming`,
);
for (const [name, generate] of Object.entries(shapes)) {
  const texts = [generate(1), generate(2), generate(4)];
  const cells = [false, true].map((isStreaming) => {
    const [one = 0, two = 0, four = 0] = texts.map((text) => msFor(text, isStreaming));
    const times = [one, two, four].map((ms) => ms.toFixed(1)).join(' ');
    return `${times} (×${(two / one).toFixed(1)} ×${(four / two).toFixed(1)})`;
  });
  console.log(`${name.padEnd(28)}${String(texts[0]?.length).padStart(11)}   ${cells.join(' · ')}`);
}
