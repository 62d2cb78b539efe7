'use client';
import { useState } from 'react';
import { isShallowEqual } from './is-shallow-equal.ts';
import { reuseEqual } from './reuse-equal.ts';

/** Returns the first of several shallowly equal values, so that an inline array can be a dependency of an effect. */
export function useShallowStable<T>(value: T): T {
  const [reuse] = useState(() => reuseEqual((next: T) => next, isShallowEqual));
  return reuse(value);
}
