import { english } from '../packages/ui/src/words/english.ts';
import type { Words } from '../packages/ui/src/words/words.ts';

export interface Language {
  /** Its own name for itself. */
  readonly title: string;
  readonly words: Words;
  readonly direction: 'ltr' | 'rtl';
}

/** The catalogues that stories can be read in, by language tag. One line more is one language more. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  en: { title: 'English', words: english, direction: 'ltr' },
};
