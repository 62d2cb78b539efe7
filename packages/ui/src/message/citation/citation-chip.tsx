'use client';

import { useQuery } from '@tanstack/react-query';
import type { AssistantsApi } from '@threadkit/core';
import { ThreadkitContext } from '@threadkit/react/internal';
import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import { formatCount } from '../../internals/format.ts';
import { isComposing } from '../../internals/is-composing.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { type CitingMessage, useCitations } from './citation-context.tsx';
import type { Citation } from './collect-citations.ts';
import { passageOptions } from './passage-options.ts';

// Loaded when the first chip is pointed at. If that fails, the list of sources below the response still names the file.
const CitationCard = lazy(() =>
  import('./citation-card.tsx').catch((): { default: () => ReactNode } => ({ default: () => null })),
);

/** The number of a cited source. Hover, focus and tap open its card and highlight the source in the list. */
export function CitationChip({ citation }: { citation: Citation }): ReactNode {
  const strings = useStrings();
  const { setHighlighted, highlighted, message } = useCitations();
  const client = useContext(ThreadkitContext)?.client;
  const [isOpen, setOpen] = useState(false);
  const [passage, setPassage] = useState<string>();
  const quote = citation.quote ?? passage;
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
        aria-describedby={isOpen && quote !== undefined ? cardId : undefined}
        onClick={() => point(true)}
        onFocus={() => point(true)}
        onBlur={() => point(false)}
      >
        {number}
      </button>
      {isOpen && quote === undefined && client && message.thread_id && message.run_id && (
        <PassageLoader
          client={client}
          message={message}
          citation={citation}
          chip={chip}
          onLoad={setPassage}
        />
      )}
      {isOpen && (
        <Suspense>
          <CitationCard
            id={cardId}
            anchor={chip}
            number={number}
            name={name}
            quote={quote}
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

interface PassageLoaderProps {
  client: AssistantsApi;
  message: CitingMessage;
  citation: Citation;
  chip: RefObject<HTMLButtonElement | null>;
  onLoad: (passage: string) => void;
}

/** Loads the cited passage. Announces it if the chip has the focus: screen readers have read its description by then. Renders nothing. */
function PassageLoader({ client, message, citation, chip, onLoad }: PassageLoaderProps): ReactNode {
  const announce = useAnnounce();
  const { data: passage } = useQuery(passageOptions(client, message, citation));
  useEffect(() => {
    if (typeof passage !== 'string') return;
    onLoad(passage);
    if (document.activeElement === chip.current) announce(passage);
  }, [passage, onLoad, announce, chip]);
  return null;
}
