import { isRecord } from '../shared/is-record.ts';
import { checkNames, MAX_TIMER_MS, readNumber, wrongOption } from '../shared/option-values.ts';

/** Limits for one document. A document that exceeds one fails with `invalid_file`, and a message that names the limit. */
export interface DocumentLimits {
  /** Size of the file. @defaultValue 64 MiB */
  readonly fileBytes?: number | undefined;
  /** Pages of a PDF. @defaultValue 2,000 */
  readonly pages?: number | undefined;
  /** Length of its text, in UTF-16 units. @defaultValue 20,000,000 */
  readonly textChars?: number | undefined;
  /** Size of what is unpacked from the archive of a Word document, counted while it is unpacked. @defaultValue 64 MiB */
  readonly unpackedBytes?: number | undefined;
  /** How many times larger than packed that may be, beyond its first MiB. @defaultValue 200 */
  readonly unpackedRatio?: number | undefined;
  /** Files in the archive of a Word document. @defaultValue 10,000 */
  readonly archiveEntries?: number | undefined;
  /** Memory of the process that reads it. @defaultValue 768 MiB */
  readonly memoryBytes?: number | undefined;
  /** Time of that process, in milliseconds. @defaultValue a minute */
  readonly timeoutMs?: number | undefined;
}

/** The limits with their defaults. */
export type CheckedLimits = { readonly [Name in keyof DocumentLimits]-?: number };

const MiB = 1024 * 1024;

const DEFAULTS: CheckedLimits = {
  fileBytes: 64 * MiB,
  pages: 2000,
  textChars: 20_000_000,
  unpackedBytes: 64 * MiB,
  unpackedRatio: 200,
  archiveEntries: 10_000,
  memoryBytes: 768 * MiB,
  timeoutMs: 60_000,
};

/** The largest values with which no part of the process can fail before its own limit. */
const MAXIMUM: Partial<CheckedLimits> = {
  fileBytes: 512 * MiB,
  textChars: 100_000_000,
  unpackedBytes: 256 * MiB,
  timeoutMs: MAX_TIMER_MS,
};

/** The process needs this much without a document. */
const MINIMUM: Partial<CheckedLimits> = { memoryBytes: 256 * MiB };

/** @throws `TypeError` or `RangeError` that names the limit, and what to write instead. */
export function readLimits(limits: unknown, of: string): CheckedLimits {
  if (limits === undefined) return DEFAULTS;
  if (!isRecord(limits))
    throw wrongOption(`${of}: limits`, limits, 'Pass an object, such as { pages: 500 }.');
  checkNames(limits, Object.keys(DEFAULTS), `${of}: limits`, 'member');
  const read = (name: keyof CheckedLimits): number =>
    readNumber(`${of}: limits.${name}`, limits[name], {
      min: MINIMUM[name] ?? 1,
      max: MAXIMUM[name] ?? Number.MAX_SAFE_INTEGER,
      default: DEFAULTS[name],
    }) ?? DEFAULTS[name];
  return {
    fileBytes: read('fileBytes'),
    pages: read('pages'),
    textChars: read('textChars'),
    unpackedBytes: read('unpackedBytes'),
    unpackedRatio: read('unpackedRatio'),
    archiveEntries: read('archiveEntries'),
    memoryBytes: read('memoryBytes'),
    timeoutMs: read('timeoutMs'),
  };
}
