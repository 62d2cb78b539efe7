'use client';

import { useMemo } from 'react';
import { englishAround } from './english-around.ts';
import type { Words } from './words.ts';
import type { WordsAround } from './words-around.ts';
import { useWords } from './words-provider.tsx';

/** The words of a conversation, and of what stands around it. */
export type AllWords = Words & WordsAround;

/** Both, of the nearest provider. Kept from the words of a chat, which has no use for the others. */
export function useAllWords(): AllWords {
  const words = useWords();
  return useMemo(() => ({ ...words, ...(words.around ?? englishAround) }), [words]);
}
