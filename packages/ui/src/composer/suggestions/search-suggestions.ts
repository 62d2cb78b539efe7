import type { Suggestion } from './suggestion.ts';

/** Suggestions whose label contains the query, ignoring case and accents. Labels that start with it come first. */
export function searchSuggestions<T extends Suggestion>(items: readonly T[], query: string): readonly T[] {
  const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(query);
  const found = items
    .map((item) => ({ item, at: plain(item.label).indexOf(wanted) }))
    .filter(({ at }) => at >= 0);
  return [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)].map(({ item }) => item);
}
