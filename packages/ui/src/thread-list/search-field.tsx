'use client';

import type { ReactNode } from 'react';
import { Icon } from '../internals/icons/named-icon.tsx';
import { isComposing } from '../internals/is-composing.ts';
import { useAllStrings } from '../locales/list-strings.ts';

export interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Id of the filtered list. */
  controls: string;
}

/** Filters the list while typing; Escape clears it. */
export function SearchField({ value, onChange, controls }: SearchFieldProps): ReactNode {
  const strings = useAllStrings();
  return (
    <div data-slot="thread-list-search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={strings.threadList.search}
        aria-controls={controls}
        placeholder={strings.threadList.search}
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
