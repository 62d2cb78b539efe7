'use client';

import { type ReactNode, useId, useState } from 'react';
import { useStrings } from '../locales/locale-provider.tsx';

/** Rows or lines of an output that are shown while it is collapsed. */
const COLLAPSED_ROWS = 12;

export interface ShowMore<T> {
  readonly shown: readonly T[];
  /** Id for the element that contains `shown`. */
  readonly id: string;
  readonly isCollapsed: boolean;
  /** The button that toggles the other rows; `null` if all rows fit. */
  readonly toggle: ReactNode;
}

/** Shows the first twelve rows, and a button for the others, whose text is `showAll` while they are hidden. */
export function useShowMore<T>(rows: readonly T[], showAll: string): ShowMore<T> {
  const { showLess } = useStrings().markdown;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const isLong = rows.length > COLLAPSED_ROWS;
  const isCollapsed = isLong && !isOpen;
  return {
    id,
    shown: isCollapsed ? rows.slice(0, COLLAPSED_ROWS) : rows,
    isCollapsed,
    toggle: isLong ? (
      <ShowMoreButton isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} controls={id}>
        {isOpen ? showLess : showAll}
      </ShowMoreButton>
    ) : null,
  };
}

export interface ShowMoreButtonProps {
  isOpen: boolean;
  onToggle: () => void;
  /** Id of the element that the button expands. */
  controls?: string | undefined;
  children: ReactNode;
}

/** The button that expands a collapsed output. */
export function ShowMoreButton({ isOpen, onToggle, controls, children }: ShowMoreButtonProps): ReactNode {
  return (
    <button
      type="button"
      data-slot="tool-output-more"
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={onToggle}
    >
      {children}
    </button>
  );
}
