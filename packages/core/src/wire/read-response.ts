import type { Operation } from '../api/index.ts';
import { isRecord } from '../is-record.ts';
import { fillOnce, type Members } from './fill.ts';
import { readObject } from './read-event.ts';

/**
 * The response of an operation, with the members that readers rely on. Additional members stay. Undefined when it is not the
 * requested object. `after` is the cursor of a list request.
 */
export function readResponse(
  { name, method }: Pick<Operation, 'name' | 'method'>,
  value: unknown,
  after?: unknown,
): object | undefined {
  if (!isRecord(value)) return undefined;
  if (method === 'DELETE') return value;
  // The object in the operation's name: `getRunStep`, `cancelRun`, `submitToolOutputsToRun`.
  const kind = /(Message|RunStep|Run|Assistant)s?$/.exec(name)?.[1] ?? '';
  return name.startsWith('list') ? readPage(kind, value, after) : readObject(kind, value);
}

/**
 * A page with each item once. Some backends include the cursor's own item: a page without other items is the last one, or
 * reading would never end.
 */
function readPage(kind: string, value: Members, after: unknown): Members | undefined {
  if (!Array.isArray(value['data'])) return undefined;
  const data = fillOnce((item) => readObject(kind, item), value['data']).filter(({ id }) => id !== after);
  const last = data.at(-1)?.id ?? null;
  return { ...value, data, last_id: last, has_more: value['has_more'] === true && last !== null };
}
