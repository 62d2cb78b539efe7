import { badRequest, type HttpError } from '../http/http-error.ts';
import { checkRange, invalid, invalidValue } from '../http/invalid-value.ts';
import { isRecord } from '../shared/is-record.ts';

/** Validates a value of a request body. Throws the wire's 400, which names the path and the reason. */
export interface Check<T> {
  (value: unknown, path: string): T;
  /** Null is a valid value, for example to clear a field; otherwise it counts as absent. */
  readonly takesNull?: true;
}

export function invalidType(path: string, expected: string, value: unknown): HttpError {
  const where = path === '' ? 'the request body' : `'${path}'`;
  return badRequest(`Invalid type for ${where}: expected ${expected}, but got ${typeName(value)} instead.`, {
    param: path === '' ? null : path,
    code: 'invalid_type',
  });
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  switch (typeof value) {
    case 'object':
      return 'an object';
    case 'boolean':
      return 'a boolean';
    case 'number':
      return Number.isInteger(value) ? 'an integer' : 'a decimal';
    default:
      return `a ${typeof value}`;
  }
}

export function string(limits: { max?: number; min?: number } = {}): Check<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw invalidType(path, 'a string', value);
    if (limits.max !== undefined && value.length > limits.max) {
      throw invalid(
        path,
        'string_above_max_length',
        'string too long',
        `a string with maximum length ${limits.max}`,
        `a string with length ${value.length}`,
      );
    }
    if (limits.min !== undefined && value.length < limits.min) {
      throw invalid(
        path,
        'string_below_min_length',
        'string too short',
        `a string with minimum length ${limits.min}`,
        `a string with length ${value.length}`,
      );
    }
    return value;
  };
}

export function number(limits: { min?: number; max?: number; integer?: boolean } = {}): Check<number> {
  const kind = limits.integer ? 'integer' : 'decimal';
  // Larger integers are not exact.
  const max = limits.max ?? (limits.integer ? Number.MAX_SAFE_INTEGER : undefined);
  return (value, path) => {
    if (
      typeof value !== 'number' ||
      !Number.isFinite(value) ||
      (limits.integer && !Number.isInteger(value))
    ) {
      throw invalidType(path, limits.integer ? 'an integer' : 'a number', value);
    }
    checkRange(path, kind, value, { min: limits.min, max });
    return value;
  };
}

export const boolean: Check<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw invalidType(path, 'a boolean', value);
  return value;
};

export function oneOf<const T extends string>(...values: readonly T[]): Check<T> {
  return (value, path) => {
    if (typeof value !== 'string') throw invalidType(path, 'a string', value);
    const found = values.find((allowed) => allowed === value);
    if (found === undefined) throw invalidValue(path, value, values);
    return found;
  };
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  const read = (value: unknown, path: string): T | null => (value === null ? null : check(value, path));
  return Object.assign(read, { takesNull: true as const });
}

export function array<T>(check: Check<T>, limits: { max?: number; min?: number } = {}): Check<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw invalidType(path, 'an array', value);
    if (limits.max !== undefined && value.length > limits.max) {
      throw invalid(
        path,
        'array_above_max_length',
        'array too long',
        `an array with maximum length ${limits.max}`,
        `an array with length ${value.length}`,
      );
    }
    if (limits.min !== undefined && value.length < limits.min) {
      throw invalid(
        path,
        'array_below_min_length',
        'empty array',
        `an array with minimum length ${limits.min}`,
        `an array with length ${value.length}`,
      );
    }
    return value.map((item, index) => check(item, `${path}[${index}]`));
  };
}

/** Any JSON object, unchanged. */
export const anyObject: Check<Readonly<Record<string, unknown>>> = (value, path) => {
  if (!isRecord(value)) throw invalidType(path, 'an object', value);
  return value;
};

export interface Field<T> {
  readonly check: Check<T>;
  readonly required: boolean;
}

export function required<T>(check: Check<T>): Field<T> & { readonly required: true } {
  return { check, required: true };
}

export function optional<T>(check: Check<T>): Field<T> & { readonly required: false } {
  return { check, required: false };
}

type Fields = Readonly<Record<string, Field<unknown>>>;

export type Checked<F extends Fields> = {
  [K in keyof F as F[K] extends { required: true } ? K : never]: F[K] extends Field<infer T> ? T : never;
} & {
  [K in keyof F as F[K] extends { required: true } ? never : K]?: F[K] extends Field<infer T> ? T : never;
};

/** A closed object: unknown keys are refused. Null for an optional field counts as absent, unless the field accepts null. */
export function object<F extends Fields>(fields: F): Check<Checked<F>> {
  return (value, path) => {
    if (!isRecord(value)) throw invalidType(path, 'an object', value);
    const at = (key: string) => (path === '' ? key : `${path}.${key}`);
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) {
        throw badRequest(`Unknown parameter: '${at(key)}'.`, { param: at(key), code: 'unknown_parameter' });
      }
    }
    const result: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(fields)) {
      const given = value[key];
      const isLeftOut = given === undefined || (given === null && !field.required && !field.check.takesNull);
      if (!isLeftOut) result[key] = field.check(given, at(key));
      else if (field.required) {
        throw badRequest(`Missing required parameter: '${at(key)}'.`, {
          param: at(key),
          code: 'missing_required_parameter',
        });
      }
    }
    // Built key by key from `fields`, which the compiler cannot infer.
    return result as Checked<F>;
  };
}

/** A union, discriminated by `type`. */
export function byType<const M extends Readonly<Record<string, Check<unknown>>>>(
  members: M,
): Check<ReturnType<M[keyof M]>> {
  const types = Object.keys(members);
  return (value, path) => {
    if (!isRecord(value)) throw invalidType(path, 'an object', value);
    const { type } = value;
    const at = `${path}.type`;
    if (type === undefined) {
      throw badRequest(`Missing required parameter: '${at}'.`, {
        param: at,
        code: 'missing_required_parameter',
      });
    }
    if (typeof type !== 'string') throw invalidType(at, 'a string', type);
    const member = Object.hasOwn(members, type) ? members[type] : undefined;
    if (!member) throw invalidValue(at, type, types);
    return member(value, path) as ReturnType<M[keyof M]>;
  };
}
