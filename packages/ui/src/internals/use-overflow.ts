'use client';

import { type RefCallback, useCallback, useState } from 'react';
import { observeSize } from './observe-size.ts';

/**
 * Whether an element's content is wider than it. Such an element scrolls, so it has to take the keyboard's
 * focus; one that does not scroll would only be an empty stop on the way.
 */
export function useOverflow(): { readonly ref: RefCallback<HTMLElement>; readonly overflows: boolean } {
  const [overflows, setOverflows] = useState(false);
  // Joins the element's size, which only layout knows.
  const ref = useCallback<RefCallback<HTMLElement>>((element) => {
    if (!element) return;
    const measure = (): void => setOverflows(element.scrollWidth > element.clientWidth + 1);
    const content = element.firstElementChild;
    return observeSize(content ? [element, content] : [element], measure);
  }, []);
  return { ref, overflows };
}
