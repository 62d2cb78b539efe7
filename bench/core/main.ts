/**
 * Compares Threadkit's client, reducer and controller with `AssistantStream` of the official SDK on the same bytes: events
 * per second, also by the length of the response; bytes allocated per event; memory after a million deltas. Each round measures
 * all readers once, and the ratio within a round is the result. Writes its section of docs/performance-core.md; `--quick`
 * takes seconds and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { replaceSection } from '../replace-section.ts';
import { compare } from './compare.ts';
import { compareGrowth } from './growth.ts';
import { compareMemory } from './live-heap.ts';
import { clientReader, controllerReader, floor, reducerReader, sdkReaders } from './readers.ts';

const DOCUMENT = new URL('../../docs/performance-core.md', import.meta.url);

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
});
const rounds = values.quick ? 3 : 7;
const messageDeltas = values.quick ? 5_000 : 50_000;
const heapDeltas = values.quick ? 50_000 : 1_000_000;

const wide = { name: '16 KiB', chunkChars: 16_384 };

const speed = await compare({
  readers: [floor, clientReader, reducerReader, controllerReader, ...sdkReaders],
  baseline: floor,
  wires: [{ name: 'one event', chunkChars: 1 }, wide],
  size: { messageDeltas, toolDeltas: messageDeltas / 10 },
  rounds,
});
const growth = await compareGrowth(
  [controllerReader, ...sdkReaders],
  wide,
  [messageDeltas / 10, messageDeltas, messageDeltas * 10],
  3,
);
const memory = await compareMemory([floor, controllerReader, ...sdkReaders], heapDeltas);

const text = `
Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; ${new Date().toISOString().slice(0, 10)}. ${rounds} rounds, medians; ${messageDeltas.toLocaleString('en')} message deltas and ${(messageDeltas / 10).toLocaleString('en')} step deltas.

${speed}

By the length of the response, in chunks of 16 KiB, 3 rounds:

${growth}

Live heap of one response, without garbage:

${memory}
`;
console.log(text);
if (!values.quick) {
  writeFileSync(DOCUMENT, replaceSection(readFileSync(DOCUMENT, 'utf8'), 'bench:core', text));
}
