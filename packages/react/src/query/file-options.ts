import { type AssistantsApi, ThreadkitError } from '@threadkit/core';
import { threadkitKeys } from './keys.ts';
import { queryOptions } from './typed-options.ts';

/** A file never changes, so one request is enough. */
const IMMUTABLE = {
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
  structuralSharing: false,
} as const;

/**
 * The file object: its name, size and purpose. Never stale, as files cannot change. Fails with kind `'config'` when the
 * client has no `files`.
 */
export function fileOptions(client: AssistantsApi, fileId: string) {
  return queryOptions({
    ...IMMUTABLE,
    queryKey: threadkitKeys.file(client, fileId),
    queryFn: ({ signal }) => filesOf(client).get(fileId, { signal }),
  });
}

/**
 * The content of a file, as a `Blob`; fails as `fileOptions` does. Leaves the cache one minute after its last reader:
 * exclude it when you persist the cache.
 */
export function fileContentOptions(client: AssistantsApi, fileId: string) {
  return queryOptions({
    ...IMMUTABLE,
    gcTime: 60_000,
    queryKey: threadkitKeys.fileContent(client, fileId),
    queryFn: ({ signal }) => filesOf(client).content(fileId, { signal }),
  });
}

function filesOf({ files }: AssistantsApi): NonNullable<AssistantsApi['files']> {
  if (files) return files;
  throw new ThreadkitError(
    'config',
    'The client has no `files`, so it cannot read a file. Use a client with `files`, or do not read files.',
  );
}
