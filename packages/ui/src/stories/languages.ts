import { arabic } from '../words/arabic.ts';
import { chinese } from '../words/chinese.ts';
import { english } from '../words/english.ts';
import { french } from '../words/french.ts';
import { german } from '../words/german.ts';
import { japanese } from '../words/japanese.ts';
import { spanish } from '../words/spanish.ts';
import type { Words } from '../words/words.ts';

/** Every language there is, by its tag. */
export const languages = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  ja: japanese,
  'zh-CN': chinese,
  ar: arabic,
} satisfies Record<string, Words>;

export type Language = keyof typeof languages;
