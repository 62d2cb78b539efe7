'use client';

import { englishFiles, type FilesWords } from './files-words.ts';
import { useWords } from './words-provider.tsx';

/** What files say, in the language of the nearest provider. */
export function useFilesWords(): FilesWords {
  return useWords().files ?? englishFiles;
}
