'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { english } from './english.ts';
import type { Words } from './words.ts';

const WordsContext = createContext<Words>(english);

export interface WordsProviderProps {
  words: Words;
  children?: ReactNode;
}

/** Gives every part below it its language. Without one, parts speak English. */
export function WordsProvider({ words, children }: WordsProviderProps): ReactNode {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** The words of the nearest provider. */
export function useWords(): Words {
  return useContext(WordsContext);
}
