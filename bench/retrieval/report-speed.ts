import { searchTerms } from '../../packages/server/src/retrieval/search-terms.ts';
import { median, table } from '../server/report.ts';
import { CANDIDATES } from './candidates.ts';
import { indexSegments, searchSegments } from './keyword-segments.ts';
import { cutDocument, type RetrievalSet } from './retrieval-set.ts';

const BASELINE = 'minisearch';
const MANY_CHUNKS = 50_000;
const MANY_HITS = 20;

/** A table of the speeds of indexing and searching, as multiples of `minisearch` in the same round. Candidates take turns. */
export function reportSpeed(set: RetrievalSet, rounds: number): string {
  const results = Object.entries(CANDIDATES).map(([name, index]) => ({
    name,
    index,
    indexMs: [] as number[],
    searchMs: [] as number[],
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { index, indexMs, searchMs } of results) {
      const indexed = timed(() => index(set.chunks));
      indexMs.push(indexed.ms);
      searchMs.push(timed(() => set.questions.map(({ query }) => indexed.value(query, 10))).ms);
    }
  }
  const baseline = results.find(({ name }) => name === BASELINE);
  const ratio = (own: readonly number[], others: readonly number[] = []): string =>
    median(own.map((ms, round) => (others[round] ?? Number.NaN) / ms)).toFixed(1);
  return table(
    ['index', 'indexing', 'searching'],
    results.map(({ name, indexMs, searchMs }) => [
      name,
      ratio(indexMs, baseline?.indexMs),
      ratio(searchMs, baseline?.searchMs),
    ]),
  );
}

/** Megabytes of text per second from documents to the index: cutting into chunks, terms, and indexing. The best of the rounds. */
export function measureIngest(set: RetrievalSet, rounds: number): number {
  const bytes = [...set.documents.values()].reduce((total, text) => total + Buffer.byteLength(text), 0);
  const times = Array.from({ length: rounds }, () => {
    return timed(() => {
      for (const [name, text] of set.documents) {
        indexSegments(cutDocument(name, text).map((chunk) => searchTerms(chunk.text)));
      }
    }).ms;
  });
  return bytes / 1000 / Math.min(...times);
}

/** The times of searches in the segments of the chunks of the set again and again, in memory. */
export function measureSearchMs(set: RetrievalSet): { readonly p50: number; readonly p95: number } {
  const terms = set.chunks.map(({ text }) => searchTerms(text));
  const segments = indexSegments(
    Array.from({ length: MANY_CHUNKS }, (_, number) => terms[number % terms.length] ?? []),
  );
  const times = set.questions
    .map(({ query }) => timed(() => searchSegments(segments, query, MANY_HITS)).ms)
    .toSorted((a, b) => a - b);
  const percentile = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  return { p50: percentile(0.5), p95: percentile(0.95) };
}

function timed<Value>(run: () => Value): { readonly value: Value; readonly ms: number } {
  const startedAt = performance.now();
  const value = run();
  return { value, ms: performance.now() - startedAt };
}
