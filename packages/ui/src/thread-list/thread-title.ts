import type { ThreadObject } from '@threadkit/core';
import type { AllStrings } from '../locales/list-strings.ts';

/** Metadata key of a thread's title. The API has no field for it. */
export const TITLE = 'title';

/** Maximum length of a metadata value in the API. */
export const MAX_TITLE = 512;

/**
 * A thread's title, or a placeholder with the date and time of its creation.
 *
 * @param now - the reader's time in Unix milliseconds. 0 during server rendering and hydration: the placeholder then has
 *   no date, which would be in the server's time zone.
 */
export function threadTitle(
  { metadata, created_at }: ThreadObject,
  strings: AllStrings,
  now: number,
): string {
  const title = metadata?.[TITLE]?.trim();
  if (title) return title;
  if (now === 0) return strings.threadList.undated;
  const format = new Intl.DateTimeFormat(strings.languageTag, { dateStyle: 'medium', timeStyle: 'short' });
  return strings.threadList.untitled(format.format(created_at * 1000));
}

/** Folds case and accents. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** Whether a title contains every word of the search. */
export function matchTitle(title: string, search: string): boolean {
  const folded = fold(title);
  return fold(search)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
