'use client';

import type { ReactNode } from 'react';
import { Glyph } from '../internals/icons/glyphs.tsx';
import { isComposing } from '../internals/is-composing.ts';
import { useAllWords } from '../locales/use-all-words.ts';

export interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The id of what it narrows down. */
  controls: string;
}

/** Narrows the list down while it is typed in; Escape empties it. */
export function SearchField({ value, onChange, controls }: SearchFieldProps): ReactNode {
  const words = useAllWords();
  return (
    <div data-slot="thread-list-search">
      <Glyph name="search" />
      <input
        type="search"
        aria-label={words.threadList.search}
        aria-controls={controls}
        placeholder={words.threadList.search}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '' || isComposing(event)) return;
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }}
      />
    </div>
  );
}
