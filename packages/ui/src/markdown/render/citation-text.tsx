'use client';

import { type Context, createContext, type ReactNode, useContext } from 'react';

/** Renders text that may contain citation markers. */
export const CitationTextContext: Context<((text: string) => ReactNode) | undefined> = createContext<
  ((text: string) => ReactNode) | undefined
>(undefined);

/** Text that may contain citations. `Message` provides their rendering; the markdown code does not know them. */
export function CitationText({ text }: { text: string }): ReactNode {
  return useContext(CitationTextContext)?.(text) ?? text;
}
