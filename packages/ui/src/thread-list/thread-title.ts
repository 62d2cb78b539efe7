import type { ThreadObject } from '@threadkit/core';
import type { AllStrings } from '../locales/use-all-strings.ts';

/** The metadata key of a thread's title: the contract has no field for it. */
export const TITLE = 'title';

/** A value of the wire's metadata has at most this many characters. */
export const MAX_TITLE = 512;

/**
 * The title a thread was given, else words with the date and time it was made.
 *
 * @param now - the reader's time; 0 while a server renders or the page hydrates, where no date is named: it would be
 *   in the server's time zone.
 */
export function threadTitle(
  { metadata, created_at }: ThreadObject,
  strings: AllStrings,
  now: number,
): string {
  const title = metadata?.[TITLE]?.trim();
  if (title) return title;
  if (now === 0) return strings.threadList.undated;
  const format = new Intl.DateTimeFormat(strings.locale, { dateStyle: 'medium', timeStyle: 'short' });
  return strings.threadList.untitled(format.format(created_at * 1000));
}
