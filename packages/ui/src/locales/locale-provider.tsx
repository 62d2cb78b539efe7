'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { en } from './en.ts';
import type { LocaleStrings } from './locale-strings.ts';

const LocaleContext = createContext<LocaleStrings | undefined>(undefined);

export interface LocaleProviderProps {
  /** @defaultValue the words of the provider around it */
  locale?: LocaleStrings | undefined;
  children?: ReactNode;
}

/**
 * Gives every part below it its language. Without one, parts speak English. Direction is not the provider's: set
 * `dir` on your page, or around the chat.
 */
export function LocaleProvider({ locale, children }: LocaleProviderProps): ReactNode {
  const around = useContext(LocaleContext);
  return <LocaleContext.Provider value={locale ?? around}>{children}</LocaleContext.Provider>;
}

/** The words of the nearest provider. */
export function useStrings(): LocaleStrings {
  return useContext(LocaleContext) ?? en;
}

/**
 * What stands in `lang` where a provider has chosen a language: screen readers and fonts go by it. Without a provider
 * nobody has chosen one, and what the page says holds.
 */
export function useLocaleTag(): string | undefined {
  return useContext(LocaleContext)?.locale;
}
