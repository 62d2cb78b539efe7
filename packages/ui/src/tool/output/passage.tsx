'use client';

import { type ReactNode, useState } from 'react';
import { ShowMoreButton } from '../../internals/use-show-more.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

/** Longer passages are collapsed. */
const COLLAPSED_CHARS = 280;

/** A passage of a file. Untrusted: it is shown as text. Renders a `<blockquote>`. */
export function Passage({ children }: { children: string }): ReactNode {
  const { markdown, tool } = useStrings();
  const [open, setOpen] = useState(false);
  const folds = children.length > COLLAPSED_CHARS;
  return (
    <blockquote data-slot="search-result-snippet">
      <p>{folds && !open ? `${children.slice(0, COLLAPSED_CHARS).trimEnd()}…` : children}</p>
      {folds && (
        <ShowMoreButton isOpen={open} onToggle={() => setOpen(!open)}>
          {open ? markdown.showLess : tool.showMore}
        </ShowMoreButton>
      )}
    </blockquote>
  );
}
