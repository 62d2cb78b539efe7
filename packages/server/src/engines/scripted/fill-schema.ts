// linear in this file: the scripted engine reads demo input, and schemas of the app
import { isRecord } from '../../shared/is-record.ts';
import { fitNumber, fitString } from './fit-value.ts';
import type { MessageValues, Shape } from './message-values.ts';

type Schema = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 8;

/** The expected shape of a property's text, by its format or name. */
const SHAPE_OF: readonly (readonly [RegExp, Shape])[] = [
  [/e-?mail/i, 'email'],
  [/\bur[il]\b|link|website/i, 'url'],
  [/\bdate\b|date$|\bday\b/i, 'date'],
  [/\btime\b|_time$/i, 'time'],
  [/(?:^|_|[a-z])(?:id|Id|ID)$|number|code|sku|reference/, 'code'],
];

/** A value that fits a JSON Schema, taken from the message where possible. Deterministic. */
export function fillSchema(root: unknown, message: MessageValues): unknown {
  function fill(given: unknown, name: string, depth: number): unknown {
    const schema = resolve(given);
    return find(schema, name, depth) ?? fallbackOf(schema, name, depth);
  }

  /** The value in the message; undefined when the message does not mention this property. */
  function find(schema: Schema, name: string, depth: number): unknown {
    if ('const' in schema) return undefined;
    if (Array.isArray(schema['enum'])) return findMentioned(schema['enum']);
    switch (typeOf(schema)) {
      case 'string':
        return findString(schema, name);
      case 'number':
      case 'integer':
        return findNumber(schema, name);
      case 'boolean':
        return message.mentions(name) ? !isNegated(name) : undefined;
      case 'array':
        return findItems(schema, name, depth);
      default:
        return undefined;
    }
  }

  function findString(schema: Schema, name: string): string | undefined {
    const fits = (value: string | undefined) =>
      value !== undefined && fitString(schema, name, value) === value ? value : undefined;
    return (
      fits(findShaped(schema, name)) ??
      fits(message.textAfter(name)) ??
      fits(message.takeQuoted()) ??
      (schema['format'] === undefined ? fits(message.takeName()) : undefined)
    );
  }

  function findShaped(schema: Schema, name: string): string | undefined {
    const wanted = typeof schema['format'] === 'string' ? `${schema['format']} ${name}` : name;
    const shape = SHAPE_OF.find(([pattern]) => pattern.test(wanted))?.[1];
    return shape && message.takeShaped(shape, name);
  }

  function findNumber(schema: Schema, name: string): number | undefined {
    return message.takeNumber(name, (value) => fitNumber(schema, value) === value);
  }

  function findItems(schema: Schema, name: string, depth: number): unknown[] | undefined {
    const items = resolve(schema['items'] ?? {});
    const max = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : 10;
    const min = typeof schema['minItems'] === 'number' ? schema['minItems'] : 1;
    const values = valuesOf(items, name, depth).slice(0, max);
    return values.length >= Math.max(1, min) ? values : undefined;
  }

  function valuesOf(items: Schema, name: string, depth: number): unknown[] {
    if (Array.isArray(items['enum'])) {
      return items['enum'].filter((value) => findMentioned([value]) !== undefined);
    }
    const values: unknown[] = [];
    if (typeOf(items) === 'string' && message.hasQuoted) {
      for (let text = message.takeQuoted(); text !== undefined; text = message.takeQuoted()) {
        if (fitString(items, name, text) === text) values.push(text);
      }
      return values;
    }
    if (typeOf(items) === 'object' || typeOf(items) === 'array') return values;
    // The value after the property's name is found repeatedly: the first repetition ends the loop.
    for (let value = find(items, name, depth + 1); value !== undefined && !values.includes(value); ) {
      values.push(value);
      value = find(items, name, depth + 1);
    }
    return values;
  }

  function findMentioned(values: readonly unknown[]): unknown {
    return values.find((value) =>
      typeof value === 'string' || typeof value === 'number' ? message.mentions(String(value)) : false,
    );
  }

  function isNegated(name: string): boolean {
    return new RegExp(
      `(?:\\bno|\\bnot|n't|without)\\s+(?:\\w+\\s+)?${name.replace(/[_-]/g, '.?')}`,
      'i',
    ).test(message.text);
  }

  /** The value that the schema suggests, otherwise a plausible one of its type. */
  function fallbackOf(schema: Schema, name: string, depth: number): unknown {
    if ('const' in schema) return schema['const'];
    if (schema['default'] !== undefined) return schema['default'];
    const examples = schema['examples'];
    if (Array.isArray(examples) && examples.length > 0) return examples[0];
    if (Array.isArray(schema['enum'])) return schema['enum'][0];
    switch (typeOf(schema)) {
      case 'object':
        return fillObject(schema, depth);
      case 'array':
        return fillItems(schema, name, depth);
      case 'number':
      case 'integer':
        return fitNumber(schema, 1);
      case 'boolean':
        return true;
      case 'null':
        return null;
      case 'string':
        return fitString(schema, name, isFreeText(name) ? message.text : message.takeSubject());
      default:
        return {};
    }
  }

  /** Required properties, and optional ones that the message mentions. */
  function fillObject(schema: Schema, depth: number): Record<string, unknown> {
    const properties = isRecord(schema['properties']) ? schema['properties'] : {};
    const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
    const result = new Map<string, unknown>();
    // A value goes to the property that names it, then to one that needs it.
    const rank = ([key, property]: readonly [string, unknown]) =>
      takesOneValue(resolve(property)) && message.hasNumberFor(key) ? 0 : required.has(key) ? 1 : 2;
    const entries = Object.entries(properties);
    const ranks = new Map(entries.map((entry) => [entry, rank(entry)]));
    for (const entry of entries.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))) {
      const [key, property] = entry;
      if (required.has(key)) {
        result.set(key, depth < MAX_DEPTH ? fill(property, key, depth + 1) : null);
        continue;
      }
      const resolved = resolve(property);
      const named =
        message.textAfter(key) !== undefined || message.hasNumberFor(key, { parts: takesNumber(resolved) });
      const worded = Array.isArray(resolved['enum']) || typeOf(resolved) === 'boolean';
      const found = named || worded ? find(resolved, key, depth + 1) : undefined;
      if (found !== undefined) result.set(key, found);
    }
    return Object.fromEntries(
      entries.flatMap(([key]) => (result.has(key) ? [[key, result.get(key)] as const] : [])),
    );
  }

  function fillItems(schema: Schema, name: string, depth: number): unknown[] {
    const count = typeof schema['minItems'] === 'number' ? schema['minItems'] : 1;
    if (depth >= MAX_DEPTH) return [];
    return Array.from({ length: count }, () => fallbackOf(resolve(schema['items'] ?? {}), name, depth + 1));
  }

  /** Follows local references and picks the first alternative that is not null. */
  function resolve(given: unknown, hops = 0): Schema {
    const schema = isRecord(given) ? given : {};
    if (hops > MAX_DEPTH) return schema;
    if (typeof schema['$ref'] === 'string') return resolve(atPointer(schema['$ref']), hops + 1);
    if (Array.isArray(schema['allOf'])) {
      const parts = schema['allOf'].map((part) => resolve(part, hops + 1));
      return Object.assign({}, ...parts, withoutKey(schema, 'allOf'), {
        properties: Object.assign(
          {},
          ...parts.map((part) => part['properties'] ?? {}),
          schema['properties'] ?? {},
        ),
        required: [...parts, schema].flatMap((part) =>
          Array.isArray(part['required']) ? part['required'] : [],
        ),
      });
    }
    const options = schema['anyOf'] ?? schema['oneOf'];
    if (Array.isArray(options)) {
      const chosen = options.find((option) => !isRecord(option) || option['type'] !== 'null');
      return { ...withoutKey(withoutKey(schema, 'anyOf'), 'oneOf'), ...resolve(chosen, hops + 1) };
    }
    return schema;
  }

  function atPointer(reference: string): unknown {
    if (!reference.startsWith('#')) return {};
    return reference
      .slice(1)
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((value, segment) => (isRecord(value) ? value[segment] : undefined), root);
  }

  return fill(root, '', 0);
}

function withoutKey(schema: Schema, key: string): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}

function typeOf(schema: Schema): string | undefined {
  const type = schema['type'];
  if (typeof type === 'string') return type;
  if (Array.isArray(type))
    return type.find((one): one is string => typeof one === 'string' && one !== 'null');
  if (isRecord(schema['properties'])) return 'object';
  return schema['items'] === undefined ? undefined : 'array';
}

function takesNumber(schema: Schema): boolean {
  return ['number', 'integer'].includes(typeOf(schema) ?? '');
}

function takesOneValue(schema: Schema): boolean {
  return takesNumber(schema) || typeOf(schema) === 'string';
}

/** Properties whose value is the message itself. */
function isFreeText(name: string): boolean {
  return /^(q|query|search|text|prompt|question|message|content|input|body|description|note|reason|summary|title|subject|topic|task)$/i.test(
    name,
  );
}
