import {
  buildKeywordSegment,
  readKeywordSegment,
} from '../../packages/server/src/retrieval/keyword-segment.ts';
import { createChunkRanking } from '../../packages/server/src/retrieval/rank-chunks.ts';
import { searchTerms } from '../../packages/server/src/retrieval/search-terms.ts';

/** As the server divides a long file. */
const SEGMENT_CHUNKS = 128;

/** The bytes of the segments of chunks, by their terms. */
export function indexSegments(chunks: readonly (readonly string[])[]): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(chunks.length / SEGMENT_CHUNKS) }, (_, number) =>
    buildKeywordSegment(chunks.slice(number * SEGMENT_CHUNKS, (number + 1) * SEGMENT_CHUNKS)),
  );
}

/** The numbers of the best chunks for a query, the best first. */
export function searchSegments(
  segments: readonly Uint8Array[],
  query: string,
  limit: number,
): readonly number[] {
  const ranking = createChunkRanking([searchTerms(query)]);
  for (const bytes of segments) ranking.add(readKeywordSegment(bytes));
  const work = ranking.rank(limit, 0);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value.map(({ segment, chunk }) => segment * SEGMENT_CHUNKS + chunk);
}
