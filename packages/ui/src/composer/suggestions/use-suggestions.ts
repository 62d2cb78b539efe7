'use client';

import { useEffect, useState } from 'react';
import type { FoundTrigger } from './find-trigger.ts';
import { searchSuggestions } from './search-suggestions.ts';
import type { Suggestion, SuggestionTrigger } from './suggestion.ts';

export interface Suggestions {
  readonly status: 'loading' | 'ready' | 'failed';
  /** While the next ones are on their way, those before. */
  readonly items: readonly Suggestion[];
}

/** A source may have everybody; nobody reads further than this. */
const MAX_ITEMS = 50;
const NONE: Suggestions = { status: 'loading', items: [] };

async function ask({ items }: SuggestionTrigger, query: string, signal: AbortSignal): Promise<Suggestions> {
  try {
    const found = typeof items === 'function' ? await items(query, signal) : searchSuggestions(items, query);
    return { status: 'ready', items: found.slice(0, MAX_ITEMS) };
  } catch {
    return { status: 'failed', items: [] };
  }
}

/** Asks a trigger's source anew with each query, and drops what comes too late. */
export function useSuggestions(
  found: FoundTrigger | undefined,
  triggers: readonly SuggestionTrigger[],
): Suggestions {
  const { char, from, query } = found ?? {};
  // Another word begins with nothing of the one before.
  const [answer, setAnswer] = useState({ word: '', suggestions: NONE });
  const word = found ? `${char}${from}` : '';

  // Joins the app's source. A new array of triggers with each render of the app is no new question.
  useEffect(() => {
    const trigger = triggers.find((each) => each.char === char);
    if (!trigger || query === undefined) return;
    const asking = new AbortController();
    const tell = (suggestions: Suggestions): void => {
      if (!asking.signal.aborted) setAnswer({ word, suggestions });
    };
    void ask(trigger, query, asking.signal).then(tell);
    return () => asking.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once for each query, whatever the array
  }, [char, word, query]);

  return answer.word === word ? answer.suggestions : NONE;
}
