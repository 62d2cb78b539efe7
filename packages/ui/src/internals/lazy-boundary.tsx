'use client';

import { type ReactNode, Suspense, useSyncExternalStore } from 'react';

interface LazyBoundaryProps {
  /** Rendered on a server, while hydrating, and until the lazy children have loaded. */
  fallback: ReactNode;
  children: ReactNode;
}

/**
 * A Suspense boundary whose children are rendered in the page only. On a server a lazy part would hold up a stream,
 * and end a `renderToString` with an error; a boundary that is not hydrated yet is thrown away by any update.
 */
export function LazyBoundary({ fallback, children }: LazyBoundaryProps): ReactNode {
  const isHydrated = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  return <Suspense fallback={fallback}>{isHydrated ? children : fallback}</Suspense>;
}

const subscribeToNothing = (): (() => void) => () => {};
