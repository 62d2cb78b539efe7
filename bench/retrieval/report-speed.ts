import { KeywordIndex } from '../../packages/server/src/retrieval/keyword-index.ts';
import { searchTerms } from '../../packages/server/src/retrieval/search-terms.ts';
import { median, table } from '../server/report.ts';
import { CANDIDATES } from './candidates.ts';
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
    const index = new KeywordIndex();
    return timed(() => {
      for (const [name, text] of set.documents) {
        for (const chunk of cutDocument(name, text)) index.add(chunk.id, searchTerms(chunk.text));
      }
    }).ms;
  });
  return bytes / 1000 / Math.min(...times);
}

/** The time of the slowest search but 5 of 100, in an index with the chunks of the set again and again. */
export function measureSearch95Ms(set: RetrievalSet): number {
  const index = new KeywordIndex();
  const terms = set.chunks.map(({ text }) => searchTerms(text));
  for (let number = 0; number < MANY_CHUNKS; number += 1) {
    index.add(String(number), terms[number % terms.length] ?? []);
  }
  const times = set.questions.map(
    ({ query }) => timed(() => index.search(searchTerms(query), MANY_HITS, () => true)).ms,
  );
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

function timed<Value>(run: () => Value): { readonly value: Value; readonly ms: number } {
  const startedAt = performance.now();
  const value = run();
  return { value, ms: performance.now() - startedAt };
}
