'use client';

import { useMemo } from 'react';
import { englishAround } from './en-lists.ts';
import type { WordsAround } from './list-strings.ts';
import { useWords } from './locale-provider.tsx';
import type { Words } from './locale-strings.ts';

/** The words of a conversation, and of what stands around it. */
export type AllWords = Words & WordsAround;

/** Both, of the nearest provider. Kept from the words of a chat, which has no use for the others. */
export function useAllWords(): AllWords {
  const words = useWords();
  return useMemo(() => ({ ...words, ...(words.around ?? englishAround) }), [words]);
}
