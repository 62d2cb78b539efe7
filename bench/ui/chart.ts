import { candidates } from './candidates.ts';
import { formatNumber } from './format-numbers.ts';
import { CURVES } from './report-growth.ts';
import { createResults, definedValues, perDelta, type Results } from './results.ts';
import type { RunRecord } from './run-record.ts';
import { spreadOf } from './statistics.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly name: string;
  readonly title: string;
  readonly points: readonly Point[];
}

const WIDTH = 1140;
const HEIGHT = 474;
const TOP = 70;
const BOTTOM = 410;
const PANELS = [
  { left: 60, right: 340, title: 'by messages in the thread', curve: CURVES.messages },
  { left: 630, right: 890, title: 'by characters of the response', curve: CURVES.characters },
] as const;
const LABEL_PX = 13;

/** Draws the cost of a delta by length, on logarithmic scales, as an SVG with light and dark colors. */
export function drawChart({ measured, machine }: RunRecord): string {
  const results = createResults(measured);
  const panels = PANELS.map(({ left, right, title, curve }) => {
    const lines = linesOf(results, curve);
    return drawPanel(lines, { left, right, title, ticks: curve.map(([, count]) => count) });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Main thread milliseconds per delta, by length of the thread and of the response">
<style>
  .page { fill: #ffffff; }
  text { font: 12px system-ui, sans-serif; fill: #57606a; }
  .title { font-size: 14px; fill: #1f2328; }
  .grid { stroke: #d0d7de; stroke-width: 1; }
  .line { fill: none; stroke: #8c959f; stroke-width: 1.5; }
  .dot { fill: #8c959f; }
  .floor { stroke-dasharray: 4 3; }
  .own { stroke: #0969da; stroke-width: 3; }
  .own-dot, .own-label { fill: #0969da; }
  .own-label { font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; }
    text { fill: #9198a1; }
    .title { fill: #f0f6fc; }
    .grid { stroke: #3d444d; }
    .own { stroke: #4493f8; }
    .own-dot, .own-label { fill: #4493f8; }
  }
</style>
<rect class="page" width="${WIDTH}" height="${HEIGHT}" rx="6"/>
<text class="title" x="16" y="26">Main thread milliseconds per delta</text>
${panels.join('\n')}
<text x="16" y="${HEIGHT - 12}">Chromium ${machine.chromium}, ${machine.cores} × ${escapeText(machine.processor)}, ${machine.date}. Both scales are logarithmic.</text>
</svg>
`;
}

function linesOf(results: Results, curve: readonly (readonly [string, number])[]): Line[] {
  return candidates
    .filter(({ name }) => name !== 'null' && name !== 'client')
    .map(({ name, title }) => ({
      name,
      title,
      points: curve.flatMap(([row, x]) => {
        const { median } = spreadOf(definedValues(results.series(name, row, perDelta)));
        return Number.isNaN(median) ? [] : [{ x, y: median }];
      }),
    }))
    .filter(({ points }) => points.length > 1);
}

interface Panel {
  readonly left: number;
  readonly right: number;
  readonly title: string;
  readonly ticks: readonly number[];
}

function drawPanel(lines: readonly Line[], { left, right, title, ticks }: Panel): string {
  const costs = lines.flatMap(({ points }) => points.map(({ y }) => y));
  if (costs.length === 0) return '';
  const [lowest, highest] = [powerBelow(Math.min(...costs)), powerBelow(Math.max(...costs)) + 1];
  // Zero has no logarithm: place it one power of ten before the first positive tick.
  const [first = 1, second = 1] = ticks;
  const start = Math.log10(first === 0 ? second / 10 : first);
  const end = Math.log10(ticks.at(-1) ?? 1);
  const toX = (x: number): number =>
    left + ((Math.log10(x === 0 ? second / 10 : x) - start) / (end - start)) * (right - left);
  const toY = (y: number): number =>
    BOTTOM - ((Math.log10(y) - lowest) / (highest - lowest)) * (BOTTOM - TOP);
  const grid = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index).map((power) => {
    const y = toY(10 ** power).toFixed(1);
    return `<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/><text x="${left - 8}" y="${y}" dy="4" text-anchor="end">${10 ** power}</text>`;
  });
  const marks = ticks.map(
    (tick) =>
      `<text x="${toX(tick).toFixed(1)}" y="${BOTTOM + 20}" text-anchor="middle">${tick.toLocaleString('en-US')}</text>`,
  );
  const ends = lines.map(({ points }) => toY(points.at(-1)?.y ?? 1));
  const labels = separateLabels(ends, LABEL_PX);
  const drawn = lines.map(({ name, title: label, points }, index) => {
    const isOwn = name === 'threadkit';
    const kind = isOwn ? ' own' : name.startsWith('floor') ? ' floor' : '';
    const path = points.map(({ x, y }) => `${toX(x).toFixed(1)},${toY(y).toFixed(1)}`).join(' ');
    const last = points.at(-1) ?? { x: 1, y: 1 };
    const dot = `<circle class="dot${isOwn ? ' own-dot' : ''}" cx="${toX(last.x).toFixed(1)}" cy="${toY(last.y).toFixed(1)}" r="${isOwn ? 4 : 2.5}"/>`;
    return `<polyline class="line${kind}" points="${path}"/>${dot}<text${isOwn ? ' class="own-label"' : ''} x="${right + 12}" y="${labels[index]?.toFixed(1)}" dy="4">${escapeText(label)} ${formatNumber(last.y)}</text>`;
  });
  return [
    `<text class="title" x="${left}" y="${TOP - 12}">${title}</text>`,
    ...grid,
    ...marks,
    ...drawn,
  ].join('\n');
}

const powerBelow = (value: number): number => Math.floor(Math.log10(value));

/** Moves labels down until they are at least `gap` apart. The result has the order of `positions`. */
export function separateLabels(positions: readonly number[], gap: number): number[] {
  const order = positions
    .map((position, index) => ({ position, index }))
    .toSorted((a, b) => a.position - b.position);
  const moved: number[] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const { position, index } of order) {
    previous = Math.max(position, previous + gap);
    moved[index] = previous;
  }
  return moved;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
