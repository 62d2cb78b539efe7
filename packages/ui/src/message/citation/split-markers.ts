import type { Citation } from './collect-citations.ts';

/** A citation marker of the Assistants API: `【4:0†handbook.md】`. */
const MARKER = /【\d+(?::\d+)?†[^【】]*】/g;
/** An incomplete marker at the end of a streaming text. */
const OPEN_MARKER = /【[^【】]*$/;

/** Text and citations in order. */
export type CitedPiece = string | Citation;

/**
 * Splits a text at its citation markers. The space before a marker is removed: the chip has a margin.
 *
 * @param isStreaming Omits markers whose annotation has not arrived yet; they would only flash.
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

/** The text with each marker replaced by the source's number, `[1]`, for copying and announcing. */
export function numberMarkers(text: string, byMarker: ReadonlyMap<string, Citation>): string {
  if (byMarker.size === 0) return text;
  return text.replace(MARKER, (marker) => {
    const source = byMarker.get(marker);
    return source ? `[${source.number}]` : marker;
  });
}
