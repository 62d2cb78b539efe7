'use client';

import type { FileSearchResult } from '@threadkit/core';
import { type ReactNode, useId, useState } from 'react';
import { ChevronIcon } from '../../internals/icons/icons.tsx';
import { sanitizeFileName } from '../../internals/sanitize-file-name.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { Passage } from './passage.tsx';

/** Props of `SearchResults`. */
export interface SearchResultsProps {
  /** The results of a `file_search` call, best first. */
  results: readonly FileSearchResult[];
  /** Renders the passage of a result without content, when a person opens it. @defaultValue such a result cannot be opened */
  children?: ((index: number) => ReactNode) | undefined;
}

/** Results of a file search, best first: file name, score, and the passage. Renders an `<ol>`. */
export function SearchResults({ results, children }: SearchResultsProps): ReactNode {
  return (
    <ol data-slot="search-results">
      {results.map((result, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- one file may be found more than once
        <SearchResult key={`${result.file_id} ${index}`} result={result}>
          {children && (() => children(index))}
        </SearchResult>
      ))}
    </ol>
  );
}

interface SearchResultProps {
  result: FileSearchResult;
  children: (() => ReactNode) | undefined;
}

function SearchResult({ result, children }: SearchResultProps): ReactNode {
  const { languageTag } = useStrings();
  const [isOpen, setIsOpen] = useState(false);
  const passageId = useId();
  const percent = new Intl.NumberFormat(languageTag, { style: 'percent' });
  const passage = passageOf(result);
  const name = sanitizeFileName(result.file_name);
  return (
    <li data-slot="search-result">
      {passage === '' && children ? (
        <button
          type="button"
          data-slot="search-result-name"
          data-state={isOpen ? 'open' : 'closed'}
          aria-expanded={isOpen}
          aria-controls={isOpen ? passageId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {name} <ChevronIcon data-slot="run-step-chevron" width="14" height="14" />
        </button>
      ) : (
        <span data-slot="search-result-name">{name}</span>
      )}
      <span data-slot="search-result-score">{percent.format(result.score)}</span>
      {passage !== '' && <Passage>{passage}</Passage>}
      {passage === '' && isOpen && (
        <div id={passageId} data-slot="search-result-passage" aria-live="polite">
          {children?.()}
        </div>
      )}
    </li>
  );
}

/** The text of a result; empty when the backend left it out. */
export function passageOf({ content }: Pick<FileSearchResult, 'content'>): string {
  return (content ?? [])
    .map(({ text }) => text ?? '')
    .join('\n')
    .trim();
}
