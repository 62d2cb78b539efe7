'use client';

import { englishFiles, type FileStrings } from './file-strings.ts';
import { useStrings } from './locale-provider.tsx';

/** What files say, in the language of the nearest provider. */
export function useFileStrings(): FileStrings {
  return useStrings().files ?? englishFiles;
}
