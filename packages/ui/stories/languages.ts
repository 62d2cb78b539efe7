import { arabic } from '../src/locales/ar.ts';
import { german } from '../src/locales/de.ts';
import { english } from '../src/locales/en.ts';
import { spanish } from '../src/locales/es.ts';
import { french } from '../src/locales/fr.ts';
import { japanese } from '../src/locales/ja.ts';
import type { Words } from '../src/locales/locale-strings.ts';
import { chinese } from '../src/locales/zh.ts';

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
