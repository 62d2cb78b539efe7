'use client';

import { type RefCallback, useCallback, useState } from 'react';
import { observeSize } from './observe-size.ts';

/**
 * Whether the content of an element is wider than the element. A scrolling element must be focusable by keyboard; one that
 * does not scroll should not be a tab stop.
 */
export function useOverflow(): { readonly ref: RefCallback<HTMLElement>; readonly overflows: boolean } {
  const [overflows, setOverflows] = useState(false);
  const ref = useCallback<RefCallback<HTMLElement>>((element) => {
    if (!element) return;
    const measure = (): void => setOverflows(element.scrollWidth > element.clientWidth + 1);
    const content = element.firstElementChild;
    return observeSize(content ? [element, content] : [element], measure);
  }, []);
  return { ref, overflows };
}
