import { EMPTY_RUN_STATE, type FunctionToolCall, reduceEvent, type StreamEvent } from '@threadkit/core';
import {
  afterOutputsEvents,
  normalizeRunState,
  requiresActionEvents,
  responseEvents,
  scriptedClient,
} from '@threadkit/core/testing';
import { expect, test } from 'vitest';
import { toFixture } from './to-fixture.ts';

const call: FunctionToolCall = {
  id: 'call_1',
  type: 'function',
  function: { name: 'roll_dice', arguments: '{"sides":20}', output: null },
};
const round = requiresActionEvents([call]);
const rest = afterOutputsEvents([call], ['17'], 'You rolled 17.');

/** Evaluates the source of a fixture. */
function run(source: string): { events: StreamEvent[] }[] {
  const code = source
    .replace(/^import .*$/gm, '')
    .replaceAll(' as StreamEvent[]', '')
    .replace('export const streams: readonly ScriptedStream[] =', 'return');
  // oxlint-disable-next-line typescript/no-implied-eval -- the fixture is source text that this test created
  return new Function(code)() as { events: StreamEvent[] }[];
}

test('a fixture reduces to the recorded state and has one entry per stream', () => {
  const events = [...round, ...rest].map((event, index) => ({ ...event, seq: index + 1 }));
  const streams = run(toFixture(events));
  expect(streams.map((stream) => stream.events.length)).toEqual([round.length, rest.length]);
  expect(streams.flatMap((stream) => stream.events)).toEqual([...round, ...rest]);
  const fold = (all: readonly StreamEvent[]) => normalizeRunState(all.reduce(reduceEvent, EMPTY_RUN_STATE));
  expect(fold(streams.flatMap((stream) => stream.events))).toEqual(fold([...round, ...rest]));
});

test('scriptedClient plays a fixture', async () => {
  const client = scriptedClient(run(toFixture(responseEvents('Hi'))));
  const seen: string[] = [];
  for await (const { event } of client.streamRun('thread_1', { assistant_id: 'asst_1' })) seen.push(event);
  expect(seen.at(-1)).toBe('thread.run.completed');
});
