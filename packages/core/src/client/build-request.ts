import type { Operation } from '../api/index.ts';

/** The arguments of a method, by their place in the request. */
export interface RequestParts {
  readonly ids: readonly string[];
  readonly body?: object | undefined;
  readonly query?: object | undefined;
}

type QueryValue = string | number | readonly string[] | null | undefined;

/** The URL of an operation's request. Ids are encoded; undefined parameters are left out. */
export function buildUrl(baseURL: string, operation: Operation, { ids, query }: RequestParts): string {
  let next = 0;
  const path = operation.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(ids[next++] ?? ''));
  const params = new URLSearchParams();
  for (const name of operation.query) {
    const value = (query as Record<string, QueryValue> | undefined)?.[name];
    if (value === undefined || value === null) continue;
    if (typeof value === 'object') for (const item of value) params.append(`${name}[]`, item);
    else params.set(name, String(value));
  }
  const search = params.size > 0 ? `?${params}` : '';
  // linear: the address is the app's own
  return `${baseURL.replace(/\/+$/, '')}${path}${search}`;
}
