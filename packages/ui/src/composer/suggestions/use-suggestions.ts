'use client';

import { useEffect, useState } from 'react';
import type { FoundTrigger } from './find-trigger.ts';
import type { Suggestion, SuggestionTrigger } from './suggestion.ts';

export interface Suggestions {
  readonly status: 'loading' | 'ready' | 'failed';
  /** The previous items while the next ones load. */
  readonly items: readonly Suggestion[];
}

/** Maximum number of items shown. */
const MAX_ITEMS = 50;
const NONE: Suggestions = { status: 'loading', items: [] };

/** Suggestions whose label contains the query, ignoring case and accents. Labels that start with it come first. */
export function searchSuggestions<T extends Suggestion>(items: readonly T[], query: string): readonly T[] {
  const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(query);
  const found = items
    .map((item) => ({ item, at: plain(item.label).indexOf(wanted) }))
    .filter(({ at }) => at >= 0);
  return [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)].map(({ item }) => item);
}

async function load({ items }: SuggestionTrigger, query: string, signal: AbortSignal): Promise<Suggestions> {
  try {
    const found = typeof items === 'function' ? await items(query, signal) : searchSuggestions(items, query);
    return { status: 'ready', items: found.slice(0, MAX_ITEMS) };
  } catch {
    return { status: 'failed', items: [] };
  }
}

/** Queries a trigger's source on each change of the query and drops outdated responses. */
export function useSuggestions(
  found: FoundTrigger | undefined,
  triggers: readonly SuggestionTrigger[],
): Suggestions {
  const { char, from, query } = found ?? {};
  // Stored with their word: the items of one word must not be shown for another.
  const [result, setResult] = useState({ word: '', suggestions: NONE });
  const word = found ? `${char}${from}` : '';

  // Not in the dependencies: an app may pass a new array of triggers on every render.
  useEffect(() => {
    const trigger = triggers.find((each) => each.char === char);
    if (!trigger || query === undefined) return;
    const request = new AbortController();
    const onResult = (suggestions: Suggestions): void => {
      if (!request.signal.aborted) setResult({ word, suggestions });
    };
    void load(trigger, query, request.signal).then(onResult);
    return () => request.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one request per query, whatever the array
  }, [char, word, query]);

  return result.word === word ? result.suggestions : NONE;
}
