'use client';

import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { formatCount } from '../../internals/format.ts';
import { isComposing } from '../../internals/is-composing.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useCitations } from './citation-context.tsx';
import type { Citation } from './collect-citations.ts';

// Loaded when the first chip is pointed at. If that fails, the list of sources below the response still names the file.
const CitationCard = lazy(() =>
  import('./citation-card.tsx').catch((): { default: () => ReactNode } => ({ default: () => null })),
);

/** The number of a cited source. Hover, focus and tap open its card and highlight the source in the list. */
export function CitationChip({ citation }: { citation: Citation }): ReactNode {
  const strings = useStrings();
  const { setHighlighted, highlighted } = useCitations();
  const [isOpen, setOpen] = useState(false);
  const cardId = useId();
  const chip = useRef<HTMLButtonElement>(null);
  const number = formatCount(citation.number, strings.languageTag);
  const name = citation.name ?? strings.message.file(citation.id);
  const point = (isAt: boolean): void => {
    setOpen(isAt);
    setHighlighted(isAt ? citation.number : undefined);
  };
  return (
    <span
      onPointerEnter={() => point(true)}
      onPointerLeave={(event) => {
        // Touch pointers leave after every tap, and the pointer does not close what the focus opened.
        if (event.pointerType === 'mouse' && document.activeElement !== chip.current) point(false);
      }}
    >
      <button
        ref={chip}
        type="button"
        data-slot="citation"
        data-highlighted={highlighted === citation.number ? '' : undefined}
        aria-label={strings.citation.label(number, name)}
        aria-describedby={isOpen && citation.quote !== undefined ? cardId : undefined}
        onClick={() => point(true)}
        onFocus={() => point(true)}
        onBlur={() => point(false)}
      >
        {number}
      </button>
      {isOpen && (
        <Suspense>
          <CitationCard
            id={cardId}
            anchor={chip}
            number={number}
            name={name}
            quote={citation.quote}
            onEscapeKeyDown={(event) => {
              if (isComposing(event)) return;
              // Escape closes the card only; without this it would also stop the run.
              event.stopPropagation();
              point(false);
            }}
            onPointerDownOutside={({ target }) => {
              if (!(target instanceof Node && chip.current?.contains(target))) point(false);
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
