import { insertByScore } from './best-first.ts';
import { hashTerm } from './hash-term.ts';
import { countOf, followerBits, type KeywordSegment } from './keyword-segment.ts';

/** A chunk that was found. */
export interface RankedChunk {
  /** Number of its segment, in the order of `add`. */
  readonly segment: number;
  /** Its number in the segment. */
  readonly chunk: number;
  /** Above 0 and below 1: the share of the best possible match of the query. */
  readonly score: number;
}

/** Ranks the chunks of the segments that are added for one search. */
export interface ChunkRanking {
  /** Keeps what the queries need of the segment, not its bytes. */
  add(segment: KeywordSegment): void;
  /**
   * Returns the chunks with the highest scores of at least `minScore`, best first, at most `limit`; of equal scores, that of the chunk that was
   * added first. Yields after each few thousand chunks and query, so that a caller can pause.
   */
  rank(limit: number, minScore: number): Generator<void, readonly RankedChunk[]>;
}

/** How soon further occurrences of a term stop counting, and how much long chunks are discounted. The usual values. */
const K1 = 1.2;
const B = 0.75;

/** What a pair of neighbors counts for, as a share of its two words alone. */
const PAIR = 0.5;

/** Chunks whose scores are computed together. */
const BLOCK_CHUNKS = 4096;

/** The chunks with one term. Chunks are numbered in the order in which they were added. */
interface Postings {
  readonly hash: number;
  readonly bits: number;
  chunks: Uint32Array<ArrayBuffer>;
  entries: Uint32Array<ArrayBuffer>;
  /** Of both lists, which are longer. */
  size: number;
  /** Of those in the current block: the first, and that after the last. */
  from: number;
  to: number;
}

interface Query {
  readonly terms: readonly Postings[];
  readonly pairs: readonly (readonly [Postings, Postings])[];
}

/**
 * Ranks chunks with BM25, and by the pairs of neighbors that they share with a query, with statistics of exactly the added chunks.
 *
 * @param queries The terms of each. The best of the scores for several queries counts.
 */
export function createChunkRanking(queries: readonly (readonly string[])[]): ChunkRanking {
  const postings = new Map<number, Postings>();
  const parsed = queries.map((terms) => parseQuery(terms, postings));
  /** Number of the first chunk of each segment. */
  const firstChunks: number[] = [];
  let lengths = new Uint32Array(1024);
  let size = 0;
  let totalLength = 0;

  /** A term counts more the rarer it is. */
  const weightOf = (term: Postings): number => Math.log(1 + (size - term.size + 0.5) / (term.size + 0.5));

  function scoreBlock({ terms, pairs }: Query, start: number, scores: Float64Array): void {
    const averageLength = totalLength / size;
    for (const term of terms) {
      const weight = weightOf(term);
      for (let at = term.from; at < term.to; at += 1) {
        const chunk = term.chunks[at] ?? 0;
        const count = countOf(term.entries[at] ?? 0);
        const relativeLength = (lengths[chunk] ?? 0) / averageLength;
        const gain = (count * (K1 + 1)) / (count + K1 * (1 - B + B * relativeLength));
        scores[chunk - start] = (scores[chunk - start] ?? 0) + weight * gain;
      }
    }
    for (const [term, follower] of pairs) scorePair(term, follower, start, scores);
  }

  /** Adds to the scores of the chunks with both terms, the second after the first. */
  function scorePair(term: Postings, follower: Postings, start: number, scores: Float64Array): void {
    const weight = PAIR * (weightOf(term) + weightOf(follower));
    let other = follower.from;
    for (let at = term.from; at < term.to; at += 1) {
      if (((term.entries[at] ?? 0) & follower.bits) !== follower.bits) continue;
      const chunk = term.chunks[at] ?? 0;
      while (other < follower.to && (follower.chunks[other] ?? 0) < chunk) other += 1;
      if (other === follower.to) return;
      if (follower.chunks[other] === chunk) scores[chunk - start] = (scores[chunk - start] ?? 0) + weight;
    }
  }

  const bestPossible = ({ terms, pairs }: Query): number =>
    terms.reduce((sum, term) => sum + weightOf(term) * (K1 + 1), 0) +
    pairs.reduce((sum, [term, follower]) => sum + PAIR * (weightOf(term) + weightOf(follower)), 0);

  /** The place of a chunk, which one of the segments has. */
  function locate(number: number): { segment: number; chunk: number } {
    let low = 0;
    let high = firstChunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((firstChunks[middle] ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return { segment: low, chunk: number - (firstChunks[low] ?? 0) };
  }

  return {
    add(segment) {
      const first = size;
      firstChunks.push(first);
      size += segment.size;
      while (size > lengths.length) lengths = doubled(lengths);
      for (let chunk = 0; chunk < segment.size; chunk += 1) {
        const length = segment.lengthOf(chunk);
        lengths[first + chunk] = length;
        totalLength += length;
      }
      for (const term of postings.values()) {
        segment.visitPostings(term.hash, (chunk, entry) => append(term, first + chunk, entry));
      }
    },

    *rank(limit, minScore) {
      const best: { number: number; score: number }[] = [];
      const highest = new Float64Array(BLOCK_CHUNKS);
      const scores = new Float64Array(BLOCK_CHUNKS);
      for (const term of postings.values()) term.to = 0;
      for (let start = 0; start < size; start += BLOCK_CHUNKS) {
        for (const term of postings.values()) moveTo(term, start + BLOCK_CHUNKS);
        highest.fill(0);
        for (const query of parsed) {
          scores.fill(0);
          scoreBlock(query, start, scores);
          const possible = bestPossible(query);
          for (let at = 0; at < BLOCK_CHUNKS; at += 1) {
            const score = scores[at] ?? 0;
            if (score > 0) highest[at] = Math.max(highest[at] ?? 0, score / possible);
          }
          yield;
        }
        for (let at = 0; at < BLOCK_CHUNKS; at += 1) {
          const score = highest[at] ?? 0;
          if (score > 0 && score >= minScore) insertByScore(best, { number: start + at, score }, limit);
        }
      }
      return best.map(({ number, score }) => ({ ...locate(number), score }));
    },
  };
}

function parseQuery(terms: readonly string[], postings: Map<number, Postings>): Query {
  const known = terms.map((term) => {
    const hash = hashTerm(term);
    const one = postings.get(hash) ?? newPostings(hash);
    postings.set(hash, one);
    return one;
  });
  /** The terms that are neighbors, each pair once. */
  const pairs = new Map<string, readonly [Postings, Postings]>();
  for (const [index, term] of known.entries()) {
    const next = known[index + 1];
    if (next && next !== term) pairs.set(`${term.hash} ${next.hash}`, [term, next]);
  }
  return { terms: [...new Set(known)], pairs: [...pairs.values()] };
}

const newPostings = (hash: number): Postings => ({
  hash,
  bits: followerBits(hash),
  chunks: new Uint32Array(16),
  entries: new Uint32Array(16),
  size: 0,
  from: 0,
  to: 0,
});

/** From the current block to the next, which ends before the chunk `end`. */
function moveTo(term: Postings, end: number): void {
  term.from = term.to;
  while (term.to < term.size && (term.chunks[term.to] ?? 0) < end) term.to += 1;
}

function append(postings: Postings, chunk: number, entry: number): void {
  if (postings.size === postings.chunks.length) {
    postings.chunks = doubled(postings.chunks);
    postings.entries = doubled(postings.entries);
  }
  postings.chunks[postings.size] = chunk;
  postings.entries[postings.size] = entry;
  postings.size += 1;
}

function doubled(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(values.length * 2);
  longer.set(values);
  return longer;
}
