import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import type { FilesApi } from './assistants-api.ts';

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** Files, with code that is loaded by the first call, because most conversations have no files. */
export function lazyFiles(load: () => Promise<FilesApi>): FilesApi {
  const files: Partial<Record<keyof FilesApi, Method>> = {};
  for (const name of ['upload', 'list', 'get', 'content', 'delete'] as const) {
    files[name] = async (...args) => {
      const loaded = await load().catch((error: unknown) => {
        throw toThreadkitError(error, 'network');
      });
      return (loaded[name] as Method)(...args);
    };
  }
  // Each passes its arguments on unchanged.
  return files as FilesApi;
}
