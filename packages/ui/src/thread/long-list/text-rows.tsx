'use client';

import { type ReactNode, type RefCallback, useCallback, useMemo } from 'react';

/** A row as it stands in the document while it is far from view. */
export interface TextRow {
  /** Its words, without marks. Line breaks are kept. */
  readonly text: string;
  /** Names it to a screen reader: who said it. */
  readonly label?: string | undefined;
  /** Whose it is. Selector: `[data-role]`. */
  readonly role?: string | undefined;
}

interface TextRowsProps<T> {
  rows: readonly T[];
  renderText: (row: T) => TextRow;
}

/**
 * Rows as plain text, one `<article>` each. Made by hand and not by React: nothing in them ever changes, and what
 * React would keep of fifty thousand of them is more than what they are. They are made while rendering, which gives
 * way to input, and put in place with the commit.
 */
export function TextRows<T>({ rows, renderText }: TextRowsProps<T>): ReactNode {
  const made = useMemo(() => makeRows(rows.map(renderText)), [rows, renderText]);
  const ref = useCallback<RefCallback<HTMLDivElement>>(
    (element) => {
      // StrictMode hands the element over twice; the rows have moved in with the first.
      if (element && made?.hasChildNodes()) element.replaceChildren(made);
    },
    [made],
  );
  return <div data-slot="text-rows" ref={ref} />;
}

/** Undefined on a server, which has no document; a reader of its page gets these rows a moment later. */
function makeRows(rows: readonly TextRow[]): DocumentFragment | undefined {
  if (typeof document === 'undefined') return undefined;
  const made = document.createDocumentFragment();
  for (const { text, label, role } of rows) {
    const element = document.createElement('article');
    element.dataset['slot'] = 'text-row';
    if (role !== undefined) element.dataset['role'] = role;
    if (label !== undefined) element.ariaLabel = label;
    element.textContent = text;
    made.append(element);
  }
  return made;
}
