import { ar } from '../src/locales/ar.ts';
import { de } from '../src/locales/de.ts';
import { en } from '../src/locales/en.ts';
import { es } from '../src/locales/es.ts';
import { fr } from '../src/locales/fr.ts';
import { ja } from '../src/locales/ja.ts';
import type { LocaleStrings } from '../src/locales/locale-strings.ts';
import { zh } from '../src/locales/zh.ts';

/** All locales, by language tag. */
export const languages = {
  en,
  de,
  es,
  fr,
  ja,
  'zh-CN': zh,
  ar,
} satisfies Record<string, LocaleStrings>;

export type Language = keyof typeof languages;
