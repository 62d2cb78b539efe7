import { createContext, type Provider, useContext } from 'react';

/**
 * A context for the parts of one component. Reading it outside throws an error that names the part and the
 * parent it misses.
 */
export function createPartContext<T extends object>(
  parent: string,
): [Provider<T | null>, (part: string) => T] {
  const Context = createContext<T | null>(null);
  Context.displayName = `${parent}Context`;
  function usePartContext(part: string): T {
    const value = useContext(Context);
    if (value === null) {
      throw new Error(
        `<${part}> was rendered outside <${parent}>, which holds its state. Put it inside <${parent}>.`,
      );
    }
    return value;
  }
  return [Context.Provider, usePartContext];
}
