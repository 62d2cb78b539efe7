import { createContext, type Provider, useContext } from 'react';

/**
 * Creates the context shared by the parts of one component. The hook throws outside the provider; the error names
 * the public part and its missing parent.
 */
export function createPartContext<T extends object>(
  parent: string,
): [Provider<T | null>, (part: string) => T] {
  const Context = createContext<T | null>(null);
  Context.displayName = `${parent}Context`;
  function usePartContext(part: string): T {
    const value = useContext(Context);
    if (value === null) {
      throw new Error(`<${part}> was rendered outside <${parent}>. Put it inside <${parent}>.`);
    }
    return value;
  }
  return [Context.Provider, usePartContext];
}
