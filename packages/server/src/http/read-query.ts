import type {
  ListParams,
  Operation,
  VectorStoreFileListParams,
  VectorStoreFileStatus,
} from '@threadkit/core/api';
import { badRequest } from './http-error.ts';
import { checkRange, invalidValue, type Range } from './invalid-value.ts';

const INCLUDE = 'step_details.tool_calls[*].file_search.results[*].content';
const FILE_STATUSES: readonly VectorStoreFileStatus[] = ['in_progress', 'completed', 'failed', 'cancelled'];

/** The list parameters of a query string, validated. */
export function readListParams(query: URLSearchParams, maxLimit = 100): ListParams {
  const order = query.get('order');
  if (order !== null && order !== 'asc' && order !== 'desc') {
    throw invalidValue('order', order, ['asc', 'desc']);
  }
  const limit = readInteger(query, 'limit', 1, maxLimit);
  const after = query.get('after');
  const before = query.get('before');
  return {
    ...(limit !== undefined && { limit }),
    ...(order !== null && { order }),
    ...(after !== null && { after }),
    ...(before !== null && { before }),
  };
}

/** The list parameters of the files of a vector store, validated. */
export function readStoreFileListParams(query: URLSearchParams): VectorStoreFileListParams {
  const filter = query.get('filter');
  const found = FILE_STATUSES.find((status) => status === filter);
  if (filter !== null && !found) throw invalidValue('filter', filter, FILE_STATUSES);
  return { ...readListParams(query), ...(found && { filter: found }) };
}

/** An integer within its bounds; undefined when absent. */
export function readInteger(
  query: URLSearchParams,
  name: string,
  min: number,
  max: number,
): number | undefined {
  const text = query.get(name);
  return text === null ? undefined : parseInteger(name, text, { min, max });
}

/** The integer that a query or a form has as text, within its bounds. */
export function parseInteger(name: string, text: string, range: Range): number {
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(`Invalid type for '${name}': expected an integer, but got '${text}' instead.`, {
      param: name,
      code: 'invalid_type',
    });
  }
  const value = Number(text);
  checkRange(name, 'integer', value, range, text);
  return value;
}

/** Refuses parameters that the operation does not define. `api-version` is sent by Azure clients and ignored. */
export function checkQuery(query: URLSearchParams, allowed: Operation['query']): void {
  for (const key of query.keys()) {
    const name = key === 'include[]' ? 'include' : key;
    if (name === 'api-version') continue;
    if (!(allowed as readonly string[]).includes(name)) {
      throw badRequest(`Unknown parameter: '${key}'.`, { param: key, code: 'unknown_parameter' });
    }
    if (name === 'include') checkInclude(query.getAll(key));
  }
}

/** Whether the text of search results is requested. `checkQuery` has already validated the value. */
export function includesSearchContent(query: URLSearchParams): boolean {
  return query.has('include[]') || query.has('include');
}

function checkInclude(values: readonly string[]): void {
  for (const value of values) {
    if (value !== INCLUDE) throw invalidValue('include', value, [INCLUDE]);
  }
}
