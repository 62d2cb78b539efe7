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

/** The passages that a response can cite: the results of searches, latest first, by the first number of their markers. Few searches share one. */
export type Citations = ReadonlyMap<number, readonly (readonly FileSearchResult[])[]>;

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
  const citations = new Map<number, readonly (readonly FileSearchResult[])[]>();
  for (const { step_details: details } of steps) {
    if (details.type !== 'tool_calls') continue;
    for (const call of details.tool_calls) {
      if (call.type !== 'file_search' || !call.file_search.results?.length) continue;
      const number = citationNumber(call.id);
      citations.set(number, [call.file_search.results, ...(citations.get(number) ?? [])]);
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

/** The passage of a marker: that of its second number, of the search that found a file with its name if there is one; or the first one of that file. */
function find(citations: Citations, match: RegExpExecArray): FileSearchResult | undefined {
  const [number, index, rest = ''] = match[1] === undefined ? match.slice(4) : match.slice(1);
  const searches = citations.get(Number(number)) ?? [];
  const isNamed = ({ file_name: name }: FileSearchResult): boolean => {
    const shown = toShownName(name);
    return shown !== '' && rest.includes(shown);
  };
  const numbered = index === undefined ? [] : searches.flatMap((results) => results[Number(index)] ?? []);
  return numbered.find(isNamed) ?? searches.flat().find(isNamed) ?? numbered[0];
}

function toShownName(name: string): string {
  return name.replaceAll(RESERVED, ' ').trim().slice(0, MAX_NAME);
}
