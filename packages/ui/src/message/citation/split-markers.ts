import type { Citation } from './collect-citations.ts';

/** A citation's marker as the Assistants API writes it: `【4:0†handbook.md】`. */
const MARKER = /【\d+(?::\d+)?†[^【】]*】/g;
/** The beginning of one, at the end of a text that goes on. */
const OPEN_MARKER = /【[^【】]*$/;

/** A text as strings and the sources that are cited between them, in their order. */
export type CitedPiece = string | Citation;

/**
 * Takes a text apart at its citations. A space before a citation goes: the chip brings its own.
 *
 * @param isStreaming Markers whose citation has not come yet are left out: they would only flash.
 */
export function splitMarkers(
  text: string,
  byMarker: ReadonlyMap<string, Citation>,
  isStreaming: boolean,
): readonly CitedPiece[] {
  const pieces: CitedPiece[] = [];
  let from = 0;
  for (const { 0: marker, index } of text.matchAll(MARKER)) {
    const source = byMarker.get(marker);
    if (!source && !isStreaming) continue;
    pieces.push(text.slice(from, index).trimEnd());
    if (source) pieces.push(source);
    from = index + marker.length;
  }
  const rest = text.slice(from);
  pieces.push(isStreaming ? rest.replace(OPEN_MARKER, '') : rest);
  return pieces.filter((piece) => piece !== '');
}

/** The text with each citation as its number: `[1]`. What is copied, and what is read out. */
export function numberMarkers(text: string, byMarker: ReadonlyMap<string, Citation>): string {
  if (byMarker.size === 0) return text;
  return text.replace(MARKER, (marker) => {
    const source = byMarker.get(marker);
    return source ? `[${source.number}]` : marker;
  });
}
