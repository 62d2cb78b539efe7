'use client';

import { type ReactNode, Suspense, useSyncExternalStore } from 'react';

interface LazyBoundaryProps {
  /** Rendered on the server, during hydration, and until the lazy children have loaded. */
  fallback: ReactNode;
  children: ReactNode;
}

/**
 * A Suspense boundary that renders its children only on the client. On the server a lazy part would delay a stream and make
 * `renderToString` fail, and any update discards a boundary that is not hydrated yet.
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
