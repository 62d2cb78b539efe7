'use client';
import { useEffect, useRef } from 'react';

/** The newest value, for callbacks that outlive the render they came from. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
