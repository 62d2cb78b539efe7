import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import type { FilesApi } from './assistants-api.ts';

/** Files whose code is loaded by the first call: most conversations have none. */
export function lazyFiles(load: () => Promise<FilesApi>): FilesApi {
  const call =
    (name: keyof FilesApi) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      const files = await load().catch((error: unknown) => {
        throw toThreadkitError(error, 'network');
      });
      return (files[name] as (...args: readonly unknown[]) => unknown)(...args);
    };
  // Each hands its arguments on as they came.
  return {
    upload: call('upload'),
    get: call('get'),
    content: call('content'),
    delete: call('delete'),
  } as FilesApi;
}
