import type { ComparisonFilter, FileAttributes, SearchFilter } from '@threadkit/core/api';

/**
 * Whether a file with these attributes meets a filter. Values of different types are unequal and have no order, so that a file
 * without the attribute, or with one of another type, meets `ne` and `nin` only.
 */
export function matchesFilter(attributes: FileAttributes, filter: SearchFilter): boolean {
  switch (filter.type) {
    case 'and':
      return filter.filters.every((part) => matchesFilter(attributes, part));
    case 'or':
      return filter.filters.some((part) => matchesFilter(attributes, part));
    default:
      return compare(Object.hasOwn(attributes, filter.key) ? attributes[filter.key] : undefined, filter);
  }
}

function compare(actual: FileAttributes[string] | undefined, { type, value }: ComparisonFilter): boolean {
  switch (type) {
    case 'eq':
      return actual === value;
    case 'ne':
      return actual !== value;
    case 'in':
    case 'nin':
      return (Array.isArray(value) && value.includes(actual)) === (type === 'in');
    default: {
      const order = orderOf(actual, value);
      if (order === undefined) return false;
      if (order === 0) return type === 'gte' || type === 'lte';
      return order > 0 === type.startsWith('g');
    }
  }
}

/** Negative, zero or positive; undefined for values that have no order. Texts are ordered by code unit. */
function orderOf(actual: unknown, expected: unknown): number | undefined {
  if (typeof actual === 'number' && typeof expected === 'number') return actual - expected;
  if (typeof actual !== 'string' || typeof expected !== 'string') return undefined;
  if (actual === expected) return 0;
  return actual > expected ? 1 : -1;
}
