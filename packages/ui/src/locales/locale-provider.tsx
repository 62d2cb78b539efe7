'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { en } from './en.ts';
import type { LocaleStrings } from './locale-strings.ts';

const LocaleContext = createContext<LocaleStrings | undefined>(undefined);

/** Props of `LocaleProvider`. */
export interface LocaleProviderProps {
  /** @defaultValue the locale of the nearest provider above */
  locale?: LocaleStrings | undefined;
  /** The parts whose strings are in this locale. */
  children?: ReactNode;
}

/**
 * Sets the language of all parts below. Parts without a provider are in English. Renders no element: the direction of
 * text is the page's to set, with `dir`.
 *
 * @example
 * ```tsx
 * import { Chat, LocaleProvider } from '@threadkit/ui';
 * import { de } from '@threadkit/ui/locales/de';
 *
 * const page = (
 *   <LocaleProvider locale={de}>
 *     <Chat assistantId="asst_demo" />
 *   </LocaleProvider>
 * );
 * ```
 */
export function LocaleProvider({ locale, children }: LocaleProviderProps): ReactNode {
  const inherited = useContext(LocaleContext);
  return <LocaleContext.Provider value={locale ?? inherited}>{children}</LocaleContext.Provider>;
}

/** The strings of the nearest `LocaleProvider`. @defaultValue English */
export function useStrings(): LocaleStrings {
  return useContext(LocaleContext) ?? en;
}

/** The `lang` attribute of a part. `undefined` without a provider: the page's own `lang` applies. */
export function useLanguageTag(): string | undefined {
  return useContext(LocaleContext)?.languageTag;
}
