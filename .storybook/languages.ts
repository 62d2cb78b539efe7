import type { LocaleStrings } from '../packages/ui/src/locales/locale-strings.ts';
import { languages } from '../packages/ui/stories/languages.ts';

export interface Language {
  /** Name of the language in the language itself. */
  readonly title: string;
  readonly locale: LocaleStrings;
  readonly direction: 'ltr' | 'rtl';
}

/** The locales of the language toolbar, by language tag. */
export const LANGUAGES: Readonly<Record<string, Language>> = Object.fromEntries(
  Object.entries(languages).map(([tag, locale]) => [
    tag,
    {
      title: new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag,
      locale,
      direction: tag === 'ar' ? 'rtl' : 'ltr',
    },
  ]),
);
