import { isRecord } from '../shared/is-record.ts';
import { checkNames, MAX_TIMER_MS, readNumber, wrongOption } from '../shared/option-values.ts';
import type { CodeLimits } from './code-executor.ts';

/** The limits of a session, with their defaults. */
export type CheckedLimits = { readonly [Name in keyof CodeLimits]-?: NonNullable<CodeLimits[Name]> };

const MiB = 1024 * 1024;

const DEFAULTS: CheckedLimits = {
  timeoutMs: 60_000,
  memoryBytes: 1024 * MiB,
  processes: 32,
  folderBytes: 256 * MiB,
  logBytes: 100_000,
  images: 20,
  imageBytes: 10 * MiB,
  files: 20,
  fileBytes: 64 * MiB,
};

/** A session is of no use with less. */
const MINIMUM: Partial<Record<keyof CodeLimits, number>> = {
  processes: 16,
  folderBytes: MiB,
  logBytes: 100,
  images: 0,
  files: 0,
};

/** Files and images are sent in pieces whose lengths are 32-bit numbers. */
const MAXIMUM: Partial<Record<keyof CodeLimits, number>> = { timeoutMs: MAX_TIMER_MS, imageBytes: 512 * MiB };

/** `minMemoryBytes` is what the interpreter needs to start. @throws `TypeError` or `RangeError` that names the limit, and what to write instead. */
export function readLimits(limits: unknown, of: string, minMemoryBytes: number): CheckedLimits {
  if (limits === undefined) return DEFAULTS;
  if (!isRecord(limits))
    throw wrongOption(`${of}: limits`, limits, 'Pass an object, such as { timeoutMs: 10_000 }.');
  checkNames(limits, Object.keys(DEFAULTS), `${of}: limits`, 'member');
  const read = (name: keyof CodeLimits) =>
    readNumber(`${of}: limits.${name}`, limits[name], {
      min: name === 'memoryBytes' ? minMemoryBytes : (MINIMUM[name] ?? 1),
      max: MAXIMUM[name] ?? Number.MAX_SAFE_INTEGER,
      default: DEFAULTS[name],
    }) ?? DEFAULTS[name];
  return {
    timeoutMs: read('timeoutMs'),
    memoryBytes: read('memoryBytes'),
    processes: read('processes'),
    folderBytes: read('folderBytes'),
    logBytes: read('logBytes'),
    images: read('images'),
    imageBytes: read('imageBytes'),
    files: read('files'),
    fileBytes: read('fileBytes'),
  };
}
