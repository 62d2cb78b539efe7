import type { ByteRange } from '../storage/storage.ts';
import { HttpError } from './http-error.ts';

/**
 * The part of a content of `bytes` bytes that the header `Range` requests; undefined for all of it, as for several ranges, other
 * units, and a condition (`If-Range`), which a content without validators cannot meet. Throws 416 for a part that is outside.
 */
export function readRange(headers: Headers, bytes: number): ByteRange | undefined {
  if (headers.has('if-range')) return undefined;
  const [, from, to] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(headers.get('range') ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes : Math.min(bytes, Number(to) + 1);
  if (start < end) return { start, end };
  throw new HttpError(416, `The requested range is outside of the file, which has ${bytes} bytes.`, {
    code: 'range_not_satisfiable',
    headers: { 'content-range': `bytes */${bytes}` },
  });
}
