'use client';

import { type ReactNode, type RefCallback, useCallback, useMemo } from 'react';

/** A row as plain text, while it is far from the viewport. */
export interface TextRow {
  /** The text without markdown. Line breaks are kept. */
  readonly text: string;
  /** The accessible name: who wrote the message. */
  readonly label?: string | undefined;
  /** The role of the message. Selector: `[data-role]`. */
  readonly role?: string | undefined;
}

interface TextRowsProps<T> {
  rows: readonly T[];
  getTextRow: (row: T) => TextRow;
}

/**
 * Rows as plain text, one `<article>` each. Created by script and not by React: they never change, and React's own
 * objects for fifty thousand of them would use more memory than the rows. They are created while rendering, which input
 * interrupts, and inserted with the commit.
 */
export function TextRows<T>({ rows, getTextRow }: TextRowsProps<T>): ReactNode {
  const fragment = useMemo(() => makeRows(rows.map(getTextRow)), [rows, getTextRow]);
  const ref = useCallback<RefCallback<HTMLDivElement>>(
    (element) => {
      // StrictMode calls the ref twice; the rows were inserted with the first call.
      if (element && fragment?.hasChildNodes()) element.replaceChildren(fragment);
    },
    [fragment],
  );
  return <div data-slot="text-rows" data-scroll-anchor="list" ref={ref} />;
}

/** Undefined on a server, which has no document: these rows are added after hydration. */
function makeRows(rows: readonly TextRow[]): DocumentFragment | undefined {
  if (typeof document === 'undefined') return undefined;
  const fragment = document.createDocumentFragment();
  for (const { text, label, role } of rows) {
    const element = document.createElement('article');
    element.dataset['slot'] = 'text-row';
    if (role !== undefined) element.dataset['role'] = role;
    if (label !== undefined) element.ariaLabel = label;
    element.textContent = text;
    fragment.append(element);
  }
  return fragment;
}
