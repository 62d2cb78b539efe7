'use client';

import type { FileSearchResult } from '@threadkit/core';
import { type ReactNode, useState } from 'react';
import { shownName } from '../../internals/shown-name.ts';
import { useStrings } from '../../locales/locale-provider.tsx';

/** Of a longer one the beginning is shown first. */
const SNIPPET_CHARS = 280;

/** What a file search found, best first: the file, how well it fits, and what it says where the run asked for that. */
export function SearchResults({ results }: { results: readonly FileSearchResult[] }): ReactNode {
  const { locale } = useStrings();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
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
            <span data-slot="search-result-name">{shownName(name)}</span>
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
        <button
          type="button"
          data-slot="tool-output-more"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? markdown.showLess : tool.showMore}
        </button>
      )}
    </blockquote>
  );
}
