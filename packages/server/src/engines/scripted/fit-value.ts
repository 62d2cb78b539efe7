// linear in this file: the scripted engine reads demo input, and schemas of the app
type Schema = Readonly<Record<string, unknown>>;

/** Fixed values: the scripted engine is deterministic. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  date: '2026-01-15',
  time: '09:30:00Z',
  'date-time': '2026-01-15T09:30:00Z',
  duration: 'PT1H',
  email: 'someone@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '6f1c0f0e-8a4b-4c58-9d3e-2b7a5c1d9e40',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
};

const FORMAT_TESTS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}(:\d{2})?/,
  'date-time': /^\d{4}-\d{2}-\d{2}T/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  uri: /^[a-z][a-z\d+.-]*:/i,
  url: /^https?:/i,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
};

const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/city|location|place|town/i, 'Paris'],
  [/country/i, 'France'],
  [/e-?mail/i, 'someone@example.com'],
  [/url|link/i, 'https://example.com/'],
  [/date|day/i, '2026-01-15'],
  [/time/i, '09:30'],
  [/language|locale/i, 'en'],
  [/currency/i, 'EUR'],
  [/id$/i, 'demo-1'],
  [/name/i, 'Ada'],
];

/** Candidates for a schema with a pattern. */
const SAMPLES = [
  'demo',
  'Demo',
  'DEMO',
  'demo-1',
  'DEMO-1',
  'A1',
  'AB-1234',
  '1',
  '12',
  '123',
  '1234',
  '12345',
  '123456',
];

/** The wanted text if it fits the schema, otherwise one that does. */
export function fitString(schema: Schema, name: string, wanted: string | undefined): string {
  const format = typeof schema['format'] === 'string' ? schema['format'] : '';
  const named = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  const candidates = [wanted, BY_FORMAT[format], named, 'example', ...SAMPLES, ...Object.values(BY_FORMAT)];
  const fitting = candidates.find((text) => text !== undefined && fits(schema, format, text));
  return fitting ?? resized(schema, wanted ?? named ?? 'example');
}

function fits(schema: Schema, format: string, text: string): boolean {
  const { minLength, maxLength, pattern } = schema;
  if (typeof minLength === 'number' && text.length < minLength) return false;
  if (typeof maxLength === 'number' && text.length > maxLength) return false;
  if (FORMAT_TESTS[format]?.test(text) === false) return false;
  return typeof pattern !== 'string' || matches(pattern, text);
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    // A pattern that this runtime does not support is ignored.
    return true;
  }
}

function resized(schema: Schema, text: string): string {
  const min = typeof schema['minLength'] === 'number' ? schema['minLength'] : 0;
  const max = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : text.length;
  return text.padEnd(min, text === '' ? 'x' : text).slice(0, Math.max(min, max));
}

/** The allowed number nearest to the wanted one. */
export function fitNumber(schema: Schema, wanted: number): number {
  const whole =
    schema['type'] === 'integer' || (Array.isArray(schema['type']) && schema['type'].includes('integer'));
  const step = typeof schema['multipleOf'] === 'number' ? schema['multipleOf'] : whole ? 1 : 0;
  const nudge = step > 0 ? step : 0.5;
  const lower = bound(schema['minimum'], schema['exclusiveMinimum'], nudge) ?? Number.NEGATIVE_INFINITY;
  const upper = bound(schema['maximum'], schema['exclusiveMaximum'], -nudge) ?? Number.POSITIVE_INFINITY;
  const clamped = Math.min(Math.max(wanted, lower), upper);
  if (step === 0) return clamped;
  const rounded = Math.round(clamped / step) * step;
  if (rounded < lower) return Math.ceil(lower / step) * step;
  return rounded > upper ? Math.floor(upper / step) * step : rounded;
}

function bound(inclusive: unknown, exclusive: unknown, nudge: number): number | undefined {
  if (typeof exclusive === 'number') return exclusive + nudge;
  return typeof inclusive === 'number' ? inclusive : undefined;
}
