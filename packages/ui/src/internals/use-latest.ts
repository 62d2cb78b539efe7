'use client';

import { useEffect, useRef } from 'react';

/** A ref with the latest value, for callbacks that outlive their render. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
