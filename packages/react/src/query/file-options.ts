import { queryOptions } from '@tanstack/react-query';
import { type AssistantsApi, ThreadkitError } from '@threadkit/core';
import { threadkitKeys } from './keys.ts';

/** A file never changes: it is asked for once. */
const FOR_GOOD = {
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
  structuralSharing: false,
} as const;

/** A file's name and size. */
export function fileOptions(client: AssistantsApi, fileId: string) {
  return queryOptions({
    ...FOR_GOOD,
    queryKey: threadkitKeys.file(client, fileId),
    queryFn: ({ signal }) => filesOf(client).get(fileId, { signal }),
  });
}

/** What is in a file. Stays in memory only as long as something shows it: leave it out of what you persist. */
export function fileContentOptions(client: AssistantsApi, fileId: string) {
  return queryOptions({
    ...FOR_GOOD,
    gcTime: 60_000,
    queryKey: threadkitKeys.fileContent(client, fileId),
    queryFn: ({ signal }) => filesOf(client).content(fileId, { signal }),
  });
}

function filesOf({ files }: AssistantsApi): NonNullable<AssistantsApi['files']> {
  if (files) return files;
  throw new ThreadkitError(
    'config',
    'This client keeps no files: its `files` is missing. Give it some, or ask for none.',
  );
}
