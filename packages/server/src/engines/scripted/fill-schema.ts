// linear in this file: the scripted engine reads demo input, and schemas of the app
import { isObject } from '../../shared/is-object.ts';
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
export function fillSchema(schema: unknown, message: MessageValues): unknown {
  return new SchemaFiller(isObject(schema) ? schema : {}, message).fill(schema, '', 0);
}

class SchemaFiller {
  readonly #root: Schema;
  readonly #message: MessageValues;

  constructor(root: Schema, message: MessageValues) {
    this.#root = root;
    this.#message = message;
  }

  fill(given: unknown, name: string, depth: number): unknown {
    const schema = this.#resolve(given);
    return this.#find(schema, name, depth) ?? this.#fallback(schema, name, depth);
  }

  /** The value in the message; undefined when the message does not mention this property. */
  #find(schema: Schema, name: string, depth: number): unknown {
    if ('const' in schema) return undefined;
    if (Array.isArray(schema['enum'])) return this.#findMentioned(schema['enum']);
    switch (typeOf(schema)) {
      case 'string':
        return this.#findString(schema, name);
      case 'number':
      case 'integer':
        return this.#findNumber(schema, name);
      case 'boolean':
        return this.#message.mentions(name) ? !this.#isNegated(name) : undefined;
      case 'array':
        return this.#findItems(schema, name, depth);
      default:
        return undefined;
    }
  }

  #findString(schema: Schema, name: string): string | undefined {
    const fits = (value: string | undefined) =>
      value !== undefined && fitString(schema, name, value) === value ? value : undefined;
    return (
      fits(this.#findShaped(schema, name)) ??
      fits(this.#message.textAfter(name)) ??
      fits(this.#message.takeQuoted()) ??
      (schema['format'] === undefined ? fits(this.#message.takeName()) : undefined)
    );
  }

  #findShaped(schema: Schema, name: string): string | undefined {
    const wanted = typeof schema['format'] === 'string' ? `${schema['format']} ${name}` : name;
    const shape = SHAPE_OF.find(([pattern]) => pattern.test(wanted))?.[1];
    return shape && this.#message.takeShaped(shape);
  }

  #findNumber(schema: Schema, name: string): number | undefined {
    const fits = (value: number) => fitNumber(schema, value) === value;
    const near = this.#message.numberNear(name);
    const found = near !== undefined && fits(near) ? near : undefined;
    const taken = this.#message.takeNumber((value) => (found === undefined ? fits(value) : value === found));
    return found ?? taken;
  }

  #findItems(schema: Schema, name: string, depth: number): unknown[] | undefined {
    const items = this.#resolve(schema['items'] ?? {});
    const max = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : 10;
    const min = typeof schema['minItems'] === 'number' ? schema['minItems'] : 1;
    const values = this.#valuesOf(items, name, depth).slice(0, max);
    return values.length >= Math.max(1, min) ? values : undefined;
  }

  #valuesOf(items: Schema, name: string, depth: number): unknown[] {
    if (Array.isArray(items['enum'])) {
      return items['enum'].filter((value) => this.#findMentioned([value]) !== undefined);
    }
    const values: unknown[] = [];
    if (typeOf(items) === 'string' && this.#message.hasQuoted) {
      for (let text = this.#message.takeQuoted(); text !== undefined; text = this.#message.takeQuoted()) {
        if (fitString(items, name, text) === text) values.push(text);
      }
      return values;
    }
    if (typeOf(items) === 'object' || typeOf(items) === 'array') return values;
    // The value after the property's name is found repeatedly: the first repetition ends the loop.
    for (let value = this.#find(items, name, depth + 1); value !== undefined && !values.includes(value); ) {
      values.push(value);
      value = this.#find(items, name, depth + 1);
    }
    return values;
  }

  #findMentioned(values: readonly unknown[]): unknown {
    return values.find((value) =>
      typeof value === 'string' || typeof value === 'number' ? this.#message.mentions(String(value)) : false,
    );
  }

  #isNegated(name: string): boolean {
    return new RegExp(
      `(?:\\bno|\\bnot|n't|without)\\s+(?:\\w+\\s+)?${name.replace(/[_-]/g, '.?')}`,
      'i',
    ).test(this.#message.text);
  }

  /** The value that the schema suggests, otherwise a plausible one of its type. */
  #fallback(schema: Schema, name: string, depth: number): unknown {
    if ('const' in schema) return schema['const'];
    if (schema['default'] !== undefined) return schema['default'];
    const examples = schema['examples'];
    if (Array.isArray(examples) && examples.length > 0) return examples[0];
    if (Array.isArray(schema['enum'])) return schema['enum'][0];
    switch (typeOf(schema)) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#items(schema, name, depth);
      case 'number':
      case 'integer':
        return fitNumber(schema, 1);
      case 'boolean':
        return true;
      case 'null':
        return null;
      case 'string':
        return fitString(schema, name, isFreeText(name) ? this.#message.text : this.#message.takeSubject());
      default:
        return {};
    }
  }

  /** Required properties, and optional ones that the message mentions. */
  #object(schema: Schema, depth: number): Record<string, unknown> {
    const properties = isObject(schema['properties']) ? schema['properties'] : {};
    const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
    const result: Record<string, unknown> = {};
    for (const [key, property] of Object.entries(properties)) {
      if (required.has(key)) {
        result[key] = depth < MAX_DEPTH ? this.fill(property, key, depth + 1) : null;
        continue;
      }
      const resolved = this.#resolve(property);
      const named = this.#message.textAfter(key) !== undefined || this.#message.numberNear(key) !== undefined;
      const worded = Array.isArray(resolved['enum']) || typeOf(resolved) === 'boolean';
      const found = named || worded ? this.#find(resolved, key, depth + 1) : undefined;
      if (found !== undefined) result[key] = found;
    }
    return result;
  }

  #items(schema: Schema, name: string, depth: number): unknown[] {
    const count = typeof schema['minItems'] === 'number' ? schema['minItems'] : 1;
    if (depth >= MAX_DEPTH) return [];
    return Array.from({ length: count }, () =>
      this.#fallback(this.#resolve(schema['items'] ?? {}), name, depth + 1),
    );
  }

  /** Follows local references and picks the first alternative that is not null. */
  #resolve(given: unknown, hops = 0): Schema {
    const schema = isObject(given) ? given : {};
    if (hops > MAX_DEPTH) return schema;
    if (typeof schema['$ref'] === 'string') return this.#resolve(this.#atPointer(schema['$ref']), hops + 1);
    if (Array.isArray(schema['allOf'])) {
      const parts = schema['allOf'].map((part) => this.#resolve(part, hops + 1));
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
      const chosen = options.find((option) => !isObject(option) || option['type'] !== 'null');
      return { ...withoutKey(withoutKey(schema, 'anyOf'), 'oneOf'), ...this.#resolve(chosen, hops + 1) };
    }
    return schema;
  }

  #atPointer(reference: string): unknown {
    if (!reference.startsWith('#')) return {};
    return reference
      .slice(1)
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((value, segment) => (isObject(value) ? value[segment] : undefined), this.#root);
  }
}

function withoutKey(schema: Schema, key: string): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}

function typeOf(schema: Schema): string | undefined {
  const type = schema['type'];
  if (typeof type === 'string') return type;
  if (Array.isArray(type))
    return type.find((one): one is string => typeof one === 'string' && one !== 'null');
  if (isObject(schema['properties'])) return 'object';
  return schema['items'] === undefined ? undefined : 'array';
}

/** Properties whose value is the message itself. */
function isFreeText(name: string): boolean {
  return /^(q|query|search|text|prompt|question|message|content|input|body|description|note|reason|summary|title|subject|topic|task)$/i.test(
    name,
  );
}
