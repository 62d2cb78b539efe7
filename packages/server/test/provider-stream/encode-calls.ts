import fc from 'fast-check';
import type { WildCall } from './wild-responses.ts';

type Deltas = readonly object[];
type Encoding = (calls: readonly WildCall[], cuts: readonly number[]) => Deltas;

const tools = (...entries: readonly object[]): object => ({ tool_calls: entries });

/** A text in two or three parts, cut at the given numbers. */
function cut(text: string, cuts: readonly number[]): readonly string[] {
  const places = cuts.map((part) => Math.floor(part * text.length)).toSorted((a, b) => a - b);
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length));
}

/** Encodings of several calls. */
const ANY_NUMBER: readonly Encoding[] = [
  // As in the contract: the name first, arguments in pieces.
  (calls, cuts) =>
    calls.flatMap(({ name, arguments: json }, index) => [
      tools({ index, id: `c${index}`, type: 'function', function: { name, arguments: '' } }),
      ...cut(json, cuts).map((part) => tools({ index, function: { arguments: part } })),
    ]),
  // Equal indexes, different ids.
  (calls, cuts) =>
    calls.flatMap(({ name, arguments: json }, index) =>
      cut(json, cuts).map((part, at) =>
        tools({ index: 0, id: `c${index}`, function: { ...(at === 0 && { name }), arguments: part } }),
      ),
    ),
  // Indexes from 1 with gaps; name and id in the second piece.
  (calls, cuts) =>
    calls.flatMap(({ name, arguments: json }, index) => {
      const [first = '', ...rest] = cut(json, cuts);
      return [
        tools({ index: index * 2 + 1, id: null, function: { name: null, arguments: first } }),
        tools({ index: index * 2 + 1, id: `c${index}`, function: { name, arguments: rest.join('') } }),
      ];
    }),
  // The name in each piece.
  (calls, cuts) =>
    calls.flatMap(({ name, arguments: json }, index) =>
      cut(json, cuts).map((part) => tools({ index, id: `c${index}`, function: { name, arguments: part } })),
    ),
  // A new id in each piece of a call.
  (calls, cuts) =>
    calls.flatMap(({ name, arguments: json }, index) =>
      cut(json, cuts).map((part, at) =>
        tools({ index, id: `c${index}-${at}`, function: { ...(at === 0 && { name }), arguments: part } }),
      ),
    ),
  // Without an index, whole, in one chunk.
  (calls) => [tools(...calls.map(({ name, arguments: json }) => ({ function: { name, arguments: json } })))],
  // Without an index, whole, each in its own chunk.
  (calls) => calls.map(({ name, arguments: json }) => tools({ function: { name, arguments: json } })),
  // Whole, with arguments as an object.
  (calls) =>
    calls.map(({ name, arguments: json }, index) =>
      tools({ index, id: `c${index}`, function: { name, arguments: JSON.parse(json) as object } }),
    ),
];

/** Encodings that only support one call. */
const ONE: readonly Encoding[] = [
  ([call], cuts) =>
    cut(call?.arguments ?? '', cuts).map((part, at) => ({
      function_call: { ...(at === 0 && { name: call?.name }), arguments: part },
    })),
  ([call]) => [{ tool_calls: { id: 'c0', function: { name: call?.name, arguments: call?.arguments } } }],
  // The name in two pieces, before the arguments.
  ([call], cuts) => {
    const name = call?.name ?? '';
    return [
      tools({ index: 0, id: 'c0', function: { name: name.slice(0, 1) } }),
      tools({ index: 0, function: { name: name.slice(1) } }),
      ...cut(call?.arguments ?? '', cuts).map((part) => tools({ index: 0, function: { arguments: part } })),
    ];
  },
];

/** The deltas of the calls, as one of many server dialects. */
export function encodeCalls(calls: readonly WildCall[]): fc.Arbitrary<Deltas> {
  if (calls.length === 0) return fc.constant([]);
  const ways = calls.length === 1 ? [...ANY_NUMBER, ...ONE] : ANY_NUMBER;
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 2 });
  return fc.tuple(fc.constantFrom(...ways), cuts).map(([write, at]) => write(calls, at));
}
