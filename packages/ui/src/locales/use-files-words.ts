'use client';

import { englishFiles, type FilesWords } from './file-strings.ts';
import { useWords } from './locale-provider.tsx';

/** What files say, in the language of the nearest provider. */
export function useFilesWords(): FilesWords {
  return useWords().files ?? englishFiles;
}
