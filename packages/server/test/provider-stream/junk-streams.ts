import fc from 'fast-check';
import type { WireChunk } from './encode-response.ts';

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'text',
  'stop it',
  [],
  {},
  [null],
  [[]],
  [{ type: 'text' }],
  { message: 7 },
  { message: 'sk-secret at http://provider.test/v1' },
  '<html>',
];
const KEYS = [
  'choices',
  'delta',
  'message',
  'content',
  'refusal',
  'tool_calls',
  'function_call',
  'function',
  'name',
  'arguments',
  'id',
  'index',
  'finish_reason',
  'usage',
  'error',
  'error_message',
  'object',
  'reasoning_content',
  'reasoning_details',
  'extra_content',
  '__proto__',
  'constructor',
];
const REASONS = ['weird', 'error', '', 'constructor', '__proto__', 'stopped?'];

const junkValue = fc.oneof(
  { depthSize: 'small', withCrossShrink: true },
  fc.constantFrom(...VALUES),
  fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), { maxKeys: 4 }),
);

/** A value with one member, at any depth, replaced. */
function replaced(value: unknown, path: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  if (keys.length === 0 || path % 5 === 4) return by;
  const key = keys[path % keys.length] ?? '';
  const inner: unknown = Reflect.get(value, key);
  const changed = replaced(inner, Math.floor(path / 3), by);
  if (Array.isArray(value))
    return value.map((item, index): unknown => (String(index) === key ? changed : item));
  return { ...value, [key]: changed };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** Whether a mutated chunk still has a known finish reason in its place. */
const asChunk = (value: unknown): WireChunk => {
  const json = JSON.stringify(value);
  return {
    json,
    text: '',
    isEnd: /"finish_reason":"(?:stop|eos|end_turn|tool_calls|function_call|tool_use)"/i.test(json),
  };
};

type Change = (chunks: readonly WireChunk[]) => readonly WireChunk[];

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(), junkValue).map(
    ([at, path, by]): Change =>
      (chunks) =>
        chunks.map((chunk, index) =>
          index === at % chunks.length ? asChunk(replaced(parse(chunk.json), path, by)) : chunk,
        ),
  ),
  fc.nat().map(
    (at): Change =>
      (chunks) =>
        chunks.flatMap((chunk, index) => (index === at % chunks.length ? [chunk, chunk] : [chunk])),
  ),
  fc.nat().map(
    (at): Change =>
      (chunks) =>
        chunks.filter((_, index) => index !== at % chunks.length),
  ),
  fc.constant<Change>((chunks) => chunks.toReversed()),
  fc.tuple(fc.nat(), junkValue).map(
    ([at, value]): Change =>
      (chunks) =>
        chunks.toSpliced(at % (chunks.length + 1), 0, asChunk(value)),
  ),
  fc.constantFrom(...REASONS).map(
    (reason): Change =>
      (chunks) =>
        chunks.map((chunk) =>
          chunk.isEnd ? asChunk({ choices: [{ delta: {}, finish_reason: reason }] }) : chunk,
        ),
  ),
);

/** The chunks with up to four mutations. */
export function junkStreams(chunks: readonly WireChunk[]): fc.Arbitrary<readonly WireChunk[]> {
  return fc
    .array(changes, { minLength: 1, maxLength: 4 })
    .map((made) => made.reduce((sofar, change) => (sofar.length === 0 ? sofar : change(sofar)), chunks));
}
