'use client';

import { useMemo } from 'react';
import { englishAround } from './en-lists.ts';
import type { ListStrings } from './list-strings.ts';
import { useStrings } from './locale-provider.tsx';
import type { LocaleStrings } from './locale-strings.ts';

/** The words of a conversation, and of what stands around it. */
export type AllStrings = LocaleStrings & ListStrings;

/** Both, of the nearest provider. Kept from the words of a chat, which has no use for the others. */
export function useAllStrings(): AllStrings {
  const strings = useStrings();
  return useMemo(() => ({ ...strings, ...(strings.around ?? englishAround) }), [strings]);
}
