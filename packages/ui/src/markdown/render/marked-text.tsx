'use client';

import { type Context, createContext, type ReactNode, useContext } from 'react';

/** Renders a text that has the opening bracket of a citation's marker in it. */
export const MarkedTextContext: Context<((text: string) => ReactNode) | undefined> = createContext<
  ((text: string) => ReactNode) | undefined
>(undefined);

/** Text that may hold citations: what stands around the markdown knows, the markdown does not. */
export function MarkedText({ text }: { text: string }): ReactNode {
  return useContext(MarkedTextContext)?.(text) ?? text;
}
