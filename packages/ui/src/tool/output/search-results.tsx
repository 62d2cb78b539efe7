'use client';

import type { FileSearchResult } from '@threadkit/core';
import { type ReactNode, useState } from 'react';
import { sanitizeFileName } from '../../internals/sanitize-file-name.ts';
import { ShowMoreButton } from '../../internals/use-show-more.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

/** Longer snippets are collapsed. */
const SNIPPET_CHARS = 280;

/** Props of `SearchResults`. */
export interface SearchResultsProps {
  /** The results of a `file_search` call, best first. */
  results: readonly FileSearchResult[];
}

/** Results of a file search, best first: file name, score, and content if the run included it. Renders an `<ol>`. */
export function SearchResults({ results }: SearchResultsProps): ReactNode {
  const { languageTag } = useStrings();
  const percent = new Intl.NumberFormat(languageTag, { style: 'percent' });
  return (
    <ol data-slot="search-results">
      {results.map(({ file_id: id, file_name: name, score, content }, index) => {
        const snippet = (content ?? [])
          .map(({ text }) => text ?? '')
          .join('\n')
          .trim();
        return (
          // oxlint-disable-next-line react/no-array-index-key -- one file may be found more than once
          <li key={`${id} ${index}`} data-slot="search-result">
            <span data-slot="search-result-name">{sanitizeFileName(name)}</span>
            <span data-slot="search-result-score">{percent.format(score)}</span>
            {snippet !== '' && <Snippet>{snippet}</Snippet>}
          </li>
        );
      })}
    </ol>
  );
}

function Snippet({ children }: { children: string }): ReactNode {
  const { markdown, tool } = useStrings();
  const [open, setOpen] = useState(false);
  const folds = children.length > SNIPPET_CHARS;
  return (
    <blockquote data-slot="search-result-snippet">
      <p>{folds && !open ? `${children.slice(0, SNIPPET_CHARS).trimEnd()}…` : children}</p>
      {folds && (
        <ShowMoreButton isOpen={open} onToggle={() => setOpen(!open)}>
          {open ? markdown.showLess : tool.showMore}
        </ShowMoreButton>
      )}
    </blockquote>
  );
}
