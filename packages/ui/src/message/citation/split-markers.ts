import type { Citation } from './collect-citations.ts';

/**
 * A citation marker as models write it: `【4:0†handbook.md】`, also without the name or with spaces. In square brackets only with the dagger, since
 * `[12:30]` may be a time.
 */
const MARKER = /【\s*\d[^【】]*】|\[\d+(?::\d+)?†[^[\]]*\]/g;
/** An incomplete marker at the end of a streaming text. */
const OPEN_MARKER = /【[^【】]*$/;

/** Text and citations in order. */
export type CitedPiece = string | Citation;

/**
 * Splits a text at its citation markers. The space before a marker is removed: the chip has a margin. Markers with a dagger are omitted when no
 * annotation belongs to them: they are not words for a reader.
 *
 * @param isStreaming Omits every marker whose annotation has not arrived yet; it would only flash.
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
    if (!source && !isStreaming && !marker.includes('†')) continue;
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
  return splitMarkers(text, byMarker, false)
    .map((piece) => (typeof piece === 'string' ? piece : ` [${piece.number}]`))
    .join('');
}
