'use client';

import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { isComposing } from '../../internals/is-composing.ts';
import { observeSize } from '../../internals/observe-size.ts';
import { useLatest } from '../../internals/use-latest.ts';
import { placeCard } from './place-card.ts';

export interface CitationCardProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  number: string;
  name: string;
  quote: string | undefined;
  /** Called on Escape and on a press elsewhere. */
  onClose: () => void;
}

/** What a number stands for: the file, and the words that are cited. Floats over everything. Renders a `<span>`. */
export function CitationCard({ id, anchor, number, name, quote, onClose }: CitationCardProps): ReactNode {
  const card = useRef<HTMLSpanElement>(null);
  const latestClose = useLatest(onClose);
  // Joins the top layer, where nothing clips it, and the view, which moves below it.
  useLayoutEffect(() => {
    const own = card.current;
    const chip = anchor.current;
    if (!own || !chip) return;
    own.showPopover?.();
    const place = (): void => {
      const view = { width: document.documentElement.clientWidth, height: innerHeight };
      const { left, top } = placeCard(chip.getBoundingClientRect(), own.getBoundingClientRect(), view);
      own.style.left = `${left}px`;
      own.style.top = `${top}px`;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      // It closes the card; it does not stop a run as well.
      event.stopPropagation();
      latestClose.current();
    };
    const onPointerDown = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && own.parentElement?.contains(event.target))) latestClose.current();
    };
    place();
    const stopObserving = observeSize([own], place);
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('keydown', onKeyDown, true);
    addEventListener('pointerdown', onPointerDown, true);
    return () => {
      stopObserving();
      removeEventListener('scroll', place, true);
      removeEventListener('keydown', onKeyDown, true);
      removeEventListener('pointerdown', onPointerDown, true);
    };
  }, [anchor, latestClose]);
  return (
    <span ref={card} id={id} popover="manual" role="tooltip" data-slot="citation-card">
      <span data-slot="citation-card-source">
        <span data-slot="source-number" aria-hidden="true">
          {number}
        </span>
        <span data-slot="source-name">{name}</span>
      </span>
      {quote !== undefined && <q data-slot="citation-card-quote">{quote}</q>}
    </span>
  );
}
