import { type Ref, type RefCallback, useCallback } from 'react';

function assign<T>(ref: Ref<T> | undefined, node: T | null): (() => void) | undefined {
  if (typeof ref === 'function') {
    const cleanup = ref(node);
    return typeof cleanup === 'function' ? cleanup : () => ref(null);
  }
  if (ref) ref.current = node;
  return ref ? () => void (ref.current = null) : undefined;
}

/** Merges the part's own ref and the caller's ref. Stable while both are stable. */
export function useMergedRefs<T>(ownRef: Ref<T>, callerRef: Ref<T> | undefined): RefCallback<T> {
  return useCallback(
    (node: T | null) => {
      const cleanups = [assign(ownRef, node), assign(callerRef, node)];
      return () => {
        for (const cleanup of cleanups) cleanup?.();
      };
    },
    [ownRef, callerRef],
  );
}
