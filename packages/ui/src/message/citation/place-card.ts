interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** From the chip to its card: no more than the chip can be missed by, so that the pointer reaches the card. */
const GAP_PX = 6;
const EDGE_PX = 8;
/** The card's own padding: its words begin where the chip does. */
const INDENT_PX = 12;

/** Where a card stands, in CSS pixels of the view: below its chip, above it where there is more room. */
export function placeCard(
  chip: Box,
  card: Pick<Box, 'width' | 'height'>,
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const left = Math.max(EDGE_PX, Math.min(chip.left - INDENT_PX, view.width - card.width - EDGE_PX));
  const below = chip.bottom + GAP_PX;
  const fits = below + card.height + EDGE_PX <= view.height;
  const hasMoreAbove = chip.top > view.height - chip.bottom;
  return { left, top: fits || !hasMoreAbove ? below : chip.top - GAP_PX - card.height };
}
