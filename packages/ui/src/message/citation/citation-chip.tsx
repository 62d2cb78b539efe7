'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import { formatCount } from '../../internals/format.ts';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useCitations } from './citation-context.tsx';
import type { Citation } from './collect-citations.ts';

// Where it cannot be loaded, the list below says the same.
const CitationCard = lazyPart(
  (parts) => parts.CitationCard,
  () => null,
);

/** The number behind what a file says. Hover, focus and tap mark its source in the list, and open its card. */
export function CitationChip({ citation }: { citation: Citation }): ReactNode {
  const strings = useStrings();
  const { mark, marked } = useCitations();
  const [isOpen, setOpen] = useState(false);
  const cardId = useId();
  const chip = useRef<HTMLButtonElement>(null);
  const number = formatCount(citation.number, strings.locale);
  const name = citation.name ?? strings.message.file(citation.id);
  const point = (isAt: boolean): void => {
    setOpen(isAt);
    mark(isAt ? citation.number : undefined);
  };
  return (
    <span
      onPointerEnter={() => point(true)}
      onPointerLeave={(event) => {
        // A finger leaves with every tap, and the keyboard stays where it is.
        if (event.pointerType === 'mouse' && document.activeElement !== chip.current) point(false);
      }}
    >
      <button
        ref={chip}
        type="button"
        data-slot="citation"
        data-marked={marked === citation.number ? '' : undefined}
        aria-label={strings.citation.chip(number, name)}
        aria-describedby={isOpen && citation.quote !== undefined ? cardId : undefined}
        onClick={() => point(true)}
        onFocus={() => point(true)}
        onBlur={() => point(false)}
      >
        {number}
      </button>
      {isOpen && (
        <CitationCard
          id={cardId}
          anchor={chip}
          number={number}
          name={name}
          quote={citation.quote}
          onClose={() => point(false)}
        />
      )}
    </span>
  );
}
