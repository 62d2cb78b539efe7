import type { Annotation, FileSearchResult, FileSearchToolCall, RunStepObject } from '@threadkit/core/api';
import { citationNumber } from '@threadkit/core/api';

/** Names in markers are cut to so many UTF-16 units. */
const MAX_NAME = 80;
/** What would end a marker, or look like another one. */
const RESERVED = /[\p{Cc}【】[\]†]+/gu;
/**
 * A marker as models write it: `【1234:0†notes.txt】`, also without the name or the second number, with more text or spaces, or in square brackets,
 * which need the dagger, since `[12:30]` may be a time.
 */
const MARKER =
  /【\s{0,9}(\d{1,8})(?:\s{0,9}:\s{0,9}(\d{1,4}))?(?!\d)([^【】]{0,400})】|\[(\d{1,8})(?::(\d{1,4}))?(†[^[\]]{0,400})\]/gu;
/** The longest text that {@link MARKER} matches is shorter. */
const MAX_MARKER = 450;
const OPENING = /[【[]/u;

/** The passages that a response can cite, by the first number of their markers. */
export type Citations = ReadonlyMap<number, readonly FileSearchResult[]>;

/** The marker that the model copies to cite a passage. The first number is made from the call, so that it stays the same in later runs. */
export function markerOf(
  call: FileSearchToolCall,
  index: number,
  { file_name: name }: FileSearchResult,
): string {
  return `【${citationNumber(call.id)}:${index}†${toShownName(name)}】`;
}

/** The passages that these steps have found. */
export function citationsOf(steps: readonly Pick<RunStepObject, 'step_details'>[]): Citations {
  const citations = new Map<number, readonly FileSearchResult[]>();
  for (const { step_details: details } of steps) {
    if (details.type !== 'tool_calls') continue;
    for (const call of details.tool_calls) {
      if (call.type !== 'file_search' || !call.file_search.results?.length) continue;
      citations.set(citationNumber(call.id), call.file_search.results);
    }
  }
  return citations;
}

/** Finds the markers in a text that arrives in pieces. */
export interface CitationScanner {
  /** The annotations of the markers that end in this piece, with offsets in the whole text in UTF-16 units. Unknown markers have none. */
  add(piece: string): readonly Annotation[];
}

export function createCitationScanner(citations: Citations): CitationScanner {
  /** The end of the text so far, in which a marker may have begun. */
  let tail = '';
  /** Where it begins in the text. */
  let offset = 0;
  return {
    add(piece) {
      if (citations.size === 0) return [];
      const text = tail + piece;
      const annotations: Annotation[] = [];
      let scanned = 0;
      for (const match of text.matchAll(MARKER)) {
        scanned = match.index + match[0].length;
        const found = find(citations, match);
        if (!found) continue;
        annotations.push({
          type: 'file_citation',
          text: match[0],
          start_index: offset + match.index,
          end_index: offset + scanned,
          file_citation: { file_id: found.file_id },
        });
      }
      const from = Math.max(scanned, text.length - MAX_MARKER);
      const opening = text.slice(from).search(OPENING);
      const keep = opening === -1 ? text.length : from + opening;
      offset += keep;
      tail = text.slice(keep);
      return annotations;
    },
  };
}

/** The passage of a marker: that of its second number, or the first one of the file that it names. */
function find(citations: Citations, match: RegExpExecArray): FileSearchResult | undefined {
  const [call, index, rest = ''] = match[1] === undefined ? match.slice(4) : match.slice(1);
  const results = citations.get(Number(call));
  const named = results?.find(({ file_name: name }) => rest.includes(toShownName(name)));
  return (index === undefined ? undefined : results?.[Number(index)]) ?? named;
}

function toShownName(name: string): string {
  return name.replaceAll(RESERVED, ' ').trim().slice(0, MAX_NAME);
}
