import type { Operation } from '@threadkit/core/api';
import fc from 'fast-check';
import { pathOf } from '../wire/operation-of.ts';
import { FULL_BODIES } from './bodies.ts';
import type { KnownIds } from './known-ids.ts';

export interface WildRequest {
  readonly method: string;
  /** Path below `/v1`, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A lone surrogate, which no URL can contain. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

const NASTY = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '🧵'.repeat(50),
  '../../etc/passwd',
  "'; DROP TABLE runs; --",
  '<script>alert(1)</script>',
  '%',
  '{}',
  'null',
  '__proto__',
  'x'.repeat(300_000),
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
);

/** Null, which the contract allows in most places, and simple values of other types. */
export const PLAIN_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  '',
  'auto',
  [],
  {},
  [null],
  [{}],
];

const wrongValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...PLAIN_VALUES),
  text,
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.constant({ role: 'user', content: 'x' }), { minLength: 33, maxLength: 40 }),
  fc.dictionary(text, text, { maxKeys: 20 }),
);

/** The paths of all nested values, as lists of keys. */
export function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** The value with one mutation: a member set, removed or added. */
export function changed(
  value: unknown,
  path: readonly string[],
  how: 'set' | 'remove' | 'add',
  to: unknown,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return how === 'add' && isRecord(value) ? { ...value, surprise: to } : to;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (String(index) === key ? changed(item, rest, how, to) : item));
  }
  if (!isRecord(value)) return to;
  if (rest.length === 0 && how === 'remove') {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  }
  return { ...value, [key]: changed(value[key], rest, how, to) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A valid body with up to three mutations; or any JSON value; or invalid JSON. */
function bodyOf(row: Operation): fc.Arbitrary<string | undefined> {
  if (row.method === 'GET') return fc.constant(undefined);
  const full: unknown = (FULL_BODIES as Record<string, object | undefined>)[row.name] ?? {};
  const change = fc.record({
    place: fc.constantFrom(...placesIn(full)),
    how: fc.constantFrom('set' as const, 'remove' as const, 'add' as const),
    to: wrongValue,
  });
  const broken = fc
    .array(change, { maxLength: 3 })
    .map((changes) =>
      JSON.stringify(changes.reduce((body, { place, how, to }) => changed(body, place, how, to), full)),
    );
  return fc.oneof(
    { weight: 8, arbitrary: broken },
    { weight: 2, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '[]', '"x"', '\u0000', '{"a":1,}', '[{}]', '{"__proto__":1}'),
    },
    { weight: 1, arbitrary: fc.constantFrom(undefined) },
  );
}

const LIST_WORDS = [
  'limit',
  'order',
  'after',
  'before',
  'run_id',
  'filter',
  'include[]',
  'include',
  'api-version',
  'x',
];

const query = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...LIST_WORDS) }, { weight: 1, arbitrary: text }),
      fc.oneof(
        fc.constantFrom('1', '0', '101', '-1', '1e3', 'asc', 'desc', 'asst_demo', '9'.repeat(30)),
        text,
      ),
    ),
    { maxLength: 3 },
  )
  .map((pairs) => {
    const params = new URLSearchParams(pairs.map(([name, value]) => [name, value.slice(0, 200)]));
    return params.size === 0 ? '' : `?${params}`;
  });

/** Undefined stands for the existing id; otherwise an id of another kind, or nonsense. */
const oddId: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('undefined', 'thread_x', 'run_x', '%', '%00', 'thread_%2e%2e', 'null'),
  },
  {
    weight: 1,
    arbitrary: text.map(
      (value) => encodeURIComponent(value.slice(0, 300).replace(LONE_SURROGATE, '\ufffd')) || '_',
    ),
  },
);

const oddHeaders = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain', ''),
    'openai-beta': fc.constantFrom('assistants=v2', 'assistants=v1', 'nonsense'),
    'last-event-id': fc.constantFrom('3', 'x', '-1', '9'.repeat(40)),
    'idempotency-key': fc.constantFrom('', 'k', 'k'.repeat(300)),
    accept: fc.constantFrom('text/html', '*/*'),
    origin: fc.constantFrom('null', 'https://evil.example'),
  },
  { requiredKeys: [] },
);

const headers = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders });

/** Requests for one operation, from nearly valid to entirely invalid, given the existing ids. */
export function wildRequests(row: Operation): fc.Arbitrary<(known: KnownIds) => WildRequest> {
  const method = fc.oneof(
    { weight: 9, arbitrary: fc.constant(row.method as string) },
    { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'HEAD', 'GET', 'POST', 'DELETE') },
  );
  const ids = fc.array(oddId, { minLength: row.ids.length, maxLength: row.ids.length });
  return fc
    .record({ ids, method, query: fc.oneof(fc.constant(''), query), headers, body: bodyOf(row) })
    .map((parts) => {
      const mayHaveBody = !['GET', 'HEAD'].includes(parts.method);
      const body = mayHaveBody ? parts.body : undefined;
      const given = { ...(body !== undefined && { 'content-type': 'application/json' }), ...parts.headers };
      return (known) => {
        const named = row.ids.map((name, index) => [name, parts.ids[index] ?? known[name] ?? '']);
        const path = pathOf(row, Object.fromEntries(named)) + parts.query;
        return { method: parts.method, path, headers: given, body };
      };
    });
}
