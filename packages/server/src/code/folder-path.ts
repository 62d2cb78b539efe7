const MAX_BYTES = 200;

/** Whether a path names a file below a folder: relative, without `..`, links are another matter. Holds for names from callers and from interpreters. */
export function isFolderPath(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || Buffer.byteLength(path) > MAX_BYTES) return false;
  // No control characters, no half characters, no separators of other systems.
  if (/[\p{Cc}\p{Cs}\\]/u.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
