/** Between two reads of what the server is processing. */
const POLL_MS = 1000;

/**
 * For `refetchInterval`: milliseconds while something is in progress, otherwise no polling. Every read of a list requests all of its
 * loaded pages, so longer lists are read less often.
 */
export function pollInterval(
  objects: readonly { readonly status: string }[] | undefined,
  pages = 1,
): number | false {
  return objects?.some(({ status }) => status === 'in_progress') ? POLL_MS * pages : false;
}
