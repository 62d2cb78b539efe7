'use client';

import { type ReactNode, useId, useState } from 'react';

/** Rows that are shown before a long output asks to be opened: as many as lines of a text. */
const FOLDED_ROWS = 12;

export interface Fold<T> {
  readonly shown: readonly T[];
  /** Of the element that holds what is shown. */
  readonly id: string;
  readonly isFolded: boolean;
  /** Opens and closes; null where everything fits. */
  readonly toggle: ReactNode;
}

/** The first rows of many, and a button for the rest. `label` says what it will do. */
export function useFold<T>(rows: readonly T[], label: (isOpen: boolean) => string): Fold<T> {
  const [open, setOpen] = useState(false);
  const id = useId();
  const folds = rows.length > FOLDED_ROWS;
  return {
    id,
    shown: folds && !open ? rows.slice(0, FOLDED_ROWS) : rows,
    isFolded: folds && !open,
    toggle: folds ? (
      <button
        type="button"
        data-slot="tool-output-more"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label(open)}
      </button>
    ) : null,
  };
}
