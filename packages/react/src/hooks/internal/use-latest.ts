'use client';
import { useEffect, useRef } from 'react';

/** The value of the last committed render, for callbacks that are created once. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
