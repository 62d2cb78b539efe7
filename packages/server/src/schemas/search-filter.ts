import { type ComparisonFilter, MAX_METADATA_VALUE_LENGTH, type SearchFilter } from '@threadkit/core/api';
import { badRequest } from '../http/http-error.ts';
import { array, byType, type Check, invalidType, number, object, oneOf, required, string } from './schema.ts';

/** Levels of a filter: a comparison has one. */
const MAX_DEPTH = 5;
/** Comparisons and compound filters of one search. Every file is compared with them. */
const MAX_FILTERS = 100;
/** Of `in` and `nin`. */
const MAX_VALUES = 100;

const text = string({ max: MAX_METADATA_VALUE_LENGTH });
const finite = number();

const textOrNumber: Check<string | number> = (value, path) => {
  if (typeof value === 'string') return text(value, path);
  if (typeof value === 'number') return finite(value, path);
  throw invalidType(path, 'a string or a number', value);
};

const oneValue: Check<string | number | boolean> = (value, path) => {
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') return text(value, path);
  throw invalidType(path, 'a string, a number or a boolean', value);
};

const manyValues = array(textOrNumber, { min: 1, max: MAX_VALUES });

function comparison(
  type: ComparisonFilter['type'],
  value: Check<ComparisonFilter['value']>,
): Check<ComparisonFilter> {
  return object({ type: required(oneOf(type)), key: required(string()), value: required(value) });
}

const COMPARISONS = {
  eq: comparison('eq', oneValue),
  ne: comparison('ne', oneValue),
  gt: comparison('gt', oneValue),
  gte: comparison('gte', oneValue),
  lt: comparison('lt', oneValue),
  lte: comparison('lte', oneValue),
  in: comparison('in', manyValues),
  nin: comparison('nin', manyValues),
};

/** The filter of a search, with bounds on its depth and size. */
export const searchFilter: Check<SearchFilter> = (value, path) => {
  let filters = 0;

  const atLevel = (level: number): Check<SearchFilter> => {
    const nested: Check<SearchFilter> = (inner, innerPath) => {
      if (level === MAX_DEPTH) throw tooLarge(path, `nested in at most ${MAX_DEPTH} levels`);
      return atLevel(level + 1)(inner, innerPath);
    };
    const compound = (type: 'and' | 'or'): Check<SearchFilter> =>
      object({ type: required(oneOf(type)), filters: required(array(nested, { min: 1, max: MAX_FILTERS })) });
    const check = byType({ ...COMPARISONS, and: compound('and'), or: compound('or') });
    return (inner, innerPath) => {
      filters += 1;
      if (filters > MAX_FILTERS) throw tooLarge(path, `with at most ${MAX_FILTERS} filters in it`);
      return check(inner, innerPath);
    };
  };

  return atLevel(1)(value, path);
};

function tooLarge(path: string, rule: string) {
  return badRequest(`Invalid '${path}': the filter is too large. Expected one ${rule}.`, {
    param: path,
    code: 'invalid_value',
  });
}
