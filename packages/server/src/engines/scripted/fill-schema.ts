// linear in this file: the scripted engine reads demo input, and schemas of the app
import { isObject } from '../../shared/is-object.ts';
import { fitNumber, fitString } from './fit-value.ts';
import type { MessageFacts, Shape } from './message-facts.ts';

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
export function fillSchema(schema: unknown, facts: MessageFacts): unknown {
  return new Filler(isObject(schema) ? schema : {}, facts).fill(schema, '', 0);
}

class Filler {
  readonly #root: Schema;
  readonly #facts: MessageFacts;

  constructor(root: Schema, facts: MessageFacts) {
    this.#root = root;
    this.#facts = facts;
  }

  fill(given: unknown, name: string, depth: number): unknown {
    const schema = this.#resolve(given);
    return this.#found(schema, name, depth) ?? this.#fallback(schema, name, depth);
  }

  /** The value in the message; undefined when the message does not mention this property. */
  #found(schema: Schema, name: string, depth: number): unknown {
    if ('const' in schema) return undefined;
    if (Array.isArray(schema['enum'])) return this.#mentioned(schema['enum']);
    switch (typeOf(schema)) {
      case 'string':
        return this.#foundString(schema, name);
      case 'number':
      case 'integer':
        return this.#foundNumber(schema, name);
      case 'boolean':
        return this.#facts.mentions(name) ? !this.#isDenied(name) : undefined;
      case 'array':
        return this.#foundItems(schema, name, depth);
      default:
        return undefined;
    }
  }

  #foundString(schema: Schema, name: string): string | undefined {
    const fits = (value: string | undefined) =>
      value !== undefined && fitString(schema, name, value) === value ? value : undefined;
    return (
      fits(this.#shaped(schema, name)) ??
      fits(this.#facts.behind(name)) ??
      fits(this.#facts.takeQuoted()) ??
      (schema['format'] === undefined ? fits(this.#facts.takeName()) : undefined)
    );
  }

  #shaped(schema: Schema, name: string): string | undefined {
    const wanted = typeof schema['format'] === 'string' ? `${schema['format']} ${name}` : name;
    const shape = SHAPE_OF.find(([pattern]) => pattern.test(wanted))?.[1];
    return shape && this.#facts.takeShaped(shape);
  }

  #foundNumber(schema: Schema, name: string): number | undefined {
    const fits = (value: number) => fitNumber(schema, value) === value;
    const near = this.#facts.numberAt(name);
    const found = near !== undefined && fits(near) ? near : undefined;
    const taken = this.#facts.takeNumber((value) => (found === undefined ? fits(value) : value === found));
    return found ?? taken;
  }

  #foundItems(schema: Schema, name: string, depth: number): unknown[] | undefined {
    const items = this.#resolve(schema['items'] ?? {});
    const max = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : 10;
    const min = typeof schema['minItems'] === 'number' ? schema['minItems'] : 1;
    const values = this.#valuesOf(items, name, depth).slice(0, max);
    return values.length >= Math.max(1, min) ? values : undefined;
  }

  #valuesOf(items: Schema, name: string, depth: number): unknown[] {
    if (Array.isArray(items['enum'])) {
      return items['enum'].filter((value) => this.#mentioned([value]) !== undefined);
    }
    const values: unknown[] = [];
    if (typeOf(items) === 'string' && this.#facts.hasQuoted) {
      for (let text = this.#facts.takeQuoted(); text !== undefined; text = this.#facts.takeQuoted()) {
        if (fitString(items, name, text) === text) values.push(text);
      }
      return values;
    }
    if (typeOf(items) === 'object' || typeOf(items) === 'array') return values;
    // The value after the property's name is found repeatedly: the first repetition ends the loop.
    for (let value = this.#found(items, name, depth + 1); value !== undefined && !values.includes(value); ) {
      values.push(value);
      value = this.#found(items, name, depth + 1);
    }
    return values;
  }

  #mentioned(values: readonly unknown[]): unknown {
    return values.find((value) =>
      typeof value === 'string' || typeof value === 'number' ? this.#facts.mentions(String(value)) : false,
    );
  }

  #isDenied(name: string): boolean {
    return new RegExp(
      `(?:\\bno|\\bnot|n't|without)\\s+(?:\\w+\\s+)?${name.replace(/[_-]/g, '.?')}`,
      'i',
    ).test(this.#facts.text);
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
        return fitString(schema, name, isFreeText(name) ? this.#facts.text : this.#facts.takeRest());
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
      const named = this.#facts.behind(key) !== undefined || this.#facts.numberAt(key) !== undefined;
      const worded = Array.isArray(resolved['enum']) || typeOf(resolved) === 'boolean';
      const found = named || worded ? this.#found(resolved, key, depth + 1) : undefined;
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
