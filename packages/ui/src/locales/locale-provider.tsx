'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { english } from './en.ts';
import type { Words } from './locale-strings.ts';

const WordsContext = createContext<Words | undefined>(undefined);

export interface WordsProviderProps {
  /** @defaultValue the words of the provider around it */
  words?: Words | undefined;
  children?: ReactNode;
}

/**
 * Gives every part below it its language. Without one, parts speak English. Direction is not the provider's: set
 * `dir` on your page, or around the chat.
 */
export function WordsProvider({ words, children }: WordsProviderProps): ReactNode {
  const around = useContext(WordsContext);
  return <WordsContext.Provider value={words ?? around}>{children}</WordsContext.Provider>;
}

/** The words of the nearest provider. */
export function useWords(): Words {
  return useContext(WordsContext) ?? english;
}

/**
 * What stands in `lang` where a provider has chosen a language: screen readers and fonts go by it. Without a provider
 * nobody has chosen one, and what the page says holds.
 */
export function useWordsLanguage(): string | undefined {
  return useContext(WordsContext)?.locale;
}
