'use client';

import { DismissableLayer, Popper } from 'radix-ui/internal';
import { Root as Portal } from 'radix-ui/portal';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import { showPopperInTopLayer } from '../../internals/show-in-top-layer.ts';

export interface CitationCardProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  number: string;
  name: string;
  quote: string | undefined;
  onEscapeKeyDown: (event: KeyboardEvent) => void;
  onPointerDownOutside: NonNullable<ComponentProps<typeof DismissableLayer.Root>['onPointerDownOutside']>;
}

// The gap is bridged by the chip's own hit area, so that the pointer reaches the card.
const GAP_PX = 6;
const EDGE_PX = 8;
/** The card's inline padding: aligns its text with the chip. */
const INDENT_PX = 12;

/**
 * The file name and the quote of a citation, next to its chip. Renders a `<div>` in the top layer.
 *
 * Imports nothing of the kit that a page loads at once: each shared file would be split from the main chunk.
 */
export default function CitationCard({
  id,
  anchor,
  number,
  name,
  quote,
  onEscapeKeyDown,
  onPointerDownOutside,
}: CitationCardProps): ReactNode {
  return (
    <Popper.Root>
      <Popper.Anchor virtualRef={anchor} />
      {/* Chips are in paragraphs, which cannot contain the wrapper's `<div>`. */}
      <Portal asChild container={anchor.current?.closest('[data-slot="message"]')}>
        <DismissableLayer.Root
          asChild
          onEscapeKeyDown={onEscapeKeyDown}
          onPointerDownOutside={onPointerDownOutside}
        >
          <Popper.Content
            ref={showPopperInTopLayer}
            id={id}
            role="tooltip"
            data-slot="citation-card"
            align="start"
            alignOffset={-INDENT_PX}
            sideOffset={GAP_PX}
            collisionPadding={EDGE_PX}
          >
            <span data-slot="citation-card-source">
              <span data-slot="source-number" aria-hidden="true">
                {number}
              </span>
              <span data-slot="source-name">{name}</span>
            </span>
            {quote !== undefined && <q data-slot="citation-card-quote">{quote}</q>}
          </Popper.Content>
        </DismissableLayer.Root>
      </Portal>
    </Popper.Root>
  );
}
