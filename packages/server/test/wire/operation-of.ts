import {
  EXTENSION_OPERATIONS,
  FILE_OPERATIONS,
  OPERATIONS,
  type Operation,
  VECTOR_STORE_OPERATIONS,
} from '@threadkit/core/api';

const patterns = [...OPERATIONS, ...EXTENSION_OPERATIONS, ...FILE_OPERATIONS, ...VECTOR_STORE_OPERATIONS]
  .map((row) => ({
    row,
    pattern: new RegExp(`/v1${row.path.replace(/\{\w+\}/g, '[^/]+')}$`),
    ids: row.ids.length,
  }))
  // `/threads/runs` before `/threads/{thread_id}`.
  .toSorted((a, b) => a.ids - b.ids);

export type KnownOperation =
  | (typeof OPERATIONS)[number]
  | (typeof EXTENSION_OPERATIONS)[number]
  | (typeof FILE_OPERATIONS)[number]
  | (typeof VECTOR_STORE_OPERATIONS)[number];

/** The operation of a request, by method and path below `/v1`. */
export function operationOf(method: string, url: string): KnownOperation | undefined {
  const { pathname } = new URL(url);
  return patterns.find(({ row, pattern }) => row.method === method && pattern.test(pathname))?.row;
}

/** The path of an operation with ids filled in. */
export function pathOf(row: Operation, ids: Readonly<Record<string, string>>): string {
  return row.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
}
