import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calls,
  eventsOf,
  says,
  thinks,
  toStream,
  type UpstreamItem,
} from '../../src/testing/responses-upstream.ts';
import { playStream, problemsOf } from './play-stream.ts';
import { arrivals, toBody } from './wire-bytes.ts';

/** `STREAM_SEED=random` picks a new one; a failure prints the seed and the smallest failing stream. */
const given = process.env['STREAM_SEED'] ?? '20261130';
const seed = given === 'random' ? Date.now() % 2 ** 31 : Number(given);
const numRuns = Number(process.env['STREAM_RUNS'] ?? 300);
const timeout = 60_000 + numRuns * 50;

const words = fc.stringMatching(/^[a-c👍\u2028 \n]{0,9}$/u);
const offset = fc.integer({ min: 0, max: 12 });
const annotations = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constantFrom('file_citation', 'file_path'),
      file_id: fc.constant('file_a'),
      filename: words,
      index: offset,
    }),
    fc.record({
      type: fc.constantFrom('container_file_citation', 'url_citation'),
      file_id: fc.constant('file_b'),
      start_index: offset,
      end_index: offset,
    }),
  ),
  { maxLength: 3 },
);
const beforeCalls: fc.Arbitrary<UpstreamItem> = fc.oneof(
  fc.tuple(words, annotations).map(([text, list]) => says(text, ...list)),
  words.map((refusal) => ({ type: 'message', content: [{ type: 'refusal', refusal }] })),
  fc.array(words, { maxLength: 2 }).map((summary) => thinks('rs_1', ...summary)),
  words.map((code) => ({ type: 'code_interpreter_call', code, outputs: [{ type: 'logs', logs: code }] })),
  words.map((query) => ({ type: 'web_search_call', action: { type: 'search', query } })),
  fc.constant({ type: 'file_search_call', results: [{ file_id: 'file_a', score: 1 }] }),
);
const functionCalls = fc.array(
  words.map((city) => calls('get_weather', JSON.stringify({ city }))),
  { maxLength: 2 },
);
const outputs = fc.record({ items: fc.array(beforeCalls, { maxLength: 5 }), called: functionCalls });

const textIn = (items: readonly UpstreamItem[]): string =>
  items
    .flatMap(({ type, content }) => (type === 'message' ? (content as { text?: string }[]) : []))
    .map(({ text = '' }) => (text.trim() === '' ? '' : text))
    .join('');

type Damage =
  | { readonly kind: 'none' | 'drop' | 'repeat' | 'swap' }
  | { readonly kind: 'set'; readonly member: string; readonly value: unknown };

/** What a broken server, or a proxy before it, does to one event. */
const damages: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'none' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'drop' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'repeat' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'swap' } as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      member: fc.constantFrom(
        'type',
        'item',
        'delta',
        'output_index',
        'item_id',
        'content_index',
        'annotation',
        'response',
      ),
      value: fc.constantFrom(undefined, null, 7, -1, 'x', [], {}, { type: 'message', content: [null, {}] }),
    }),
  },
);

const broken = fc.record({ output: outputs, damage: fc.array(damages, { minLength: 1, maxLength: 40 }) });

function damaged(events: readonly object[], damage: readonly Damage[]): object[] {
  const result: object[] = [];
  for (const [index, event] of events.entries()) {
    const done = damage[index % damage.length] ?? { kind: 'none' };
    switch (done.kind) {
      case 'none':
        result.push(event);
        break;
      case 'drop':
        break;
      case 'repeat':
        result.push(event, event);
        break;
      case 'swap':
        result.splice(-1, 0, event);
        break;
      case 'set':
        result.push({ ...event, [done.member]: done.value });
    }
  }
  return result;
}

describe(`any output of the Responses API (seed ${seed}, ${numRuns} of each kind)`, () => {
  it(
    'any output is read to its text and calls, for every chunking',
    async () => {
      await fc.assert(
        fc.asyncProperty(outputs, arrivals(fc.constant(false)), async ({ items, called }, arrival) => {
          const bytes = new TextEncoder().encode(toStream(eventsOf([...items, ...called])));
          const played = await playStream(toBody(bytes, arrival), 0, { api: 'responses' });
          expect(problemsOf(played)).toEqual([]);
          expect(played.error).toBeUndefined();
          expect(played.text.replaceAll(/【[^】]*】/g, '')).toBe(textIn(items));
          expect(played.calls.map((call): unknown => call.arguments)).toEqual(
            called.map((call) => call['arguments']),
          );
          for (const event of played.events) {
            if (event.type !== 'annotation') continue;
            const { text, start_index: start, end_index: end } = event.annotation;
            expect(end - start).toBe(text.length);
          }
        }),
        { seed, numRuns },
      );
    },
    timeout,
  );

  it(
    'any damaged stream ends with a finish that fits its events, or with an error of the provider',
    async () => {
      await fc.assert(
        fc.asyncProperty(broken, arrivals(fc.boolean()), async ({ output, damage }, arrival) => {
          const events = damaged(eventsOf([...output.items, ...output.called]), damage);
          const bytes = new TextEncoder().encode(toStream(events));
          const played = await playStream(toBody(bytes, arrival), 0, { api: 'responses' });
          expect(problemsOf(played)).toEqual([]);
        }),
        { seed, numRuns },
      );
    },
    timeout,
  );
});
