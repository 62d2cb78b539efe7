import { badRequest, type HttpError } from './http-error.ts';

/** The service's 400 for a value that breaks a rule. */
export function invalid(path: string, code: string, what: string, rule: string, actual: string): HttpError {
  return badRequest(`Invalid '${path}': ${what}. Expected ${rule}, but got ${actual} instead.`, {
    param: path,
    code,
  });
}

/** The service's 400 for a text that is not one of the allowed values. */
export function invalidValue(path: string, value: string, allowed: readonly string[]): HttpError {
  const quoted = allowed.map((one) => `'${one}'`);
  const list = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : quoted[0];
  return badRequest(`Invalid value: '${value}'. Supported values are: ${list}.`, {
    param: path,
    code: 'invalid_value',
  });
}

export interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Throws the service's 400 for a number outside the range. `shown` is the number as it was sent. */
export function checkRange(
  path: string,
  kind: 'integer' | 'decimal',
  value: number,
  { min, max }: Range,
  shown: string = String(value),
): void {
  if (min !== undefined && value < min) {
    throw invalid(path, `${kind}_below_min_value`, `${kind} below minimum value`, `a value >= ${min}`, shown);
  }
  if (max !== undefined && value > max) {
    throw invalid(path, `${kind}_above_max_value`, `${kind} above maximum value`, `a value <= ${max}`, shown);
  }
}
