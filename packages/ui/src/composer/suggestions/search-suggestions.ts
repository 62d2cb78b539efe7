import type { Suggestion } from './suggestion.ts';

/** Those whose label holds the query, whatever its case and accents; those that begin with it first. */
export function searchSuggestions<T extends Suggestion>(items: readonly T[], query: string): readonly T[] {
  const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(query);
  const found = items
    .map((item) => ({ item, at: plain(item.label).indexOf(wanted) }))
    .filter(({ at }) => at >= 0);
  return [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)].map(({ item }) => item);
}
