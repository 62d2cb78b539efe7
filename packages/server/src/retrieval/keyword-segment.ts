import { hashTerm } from './hash-term.ts';

/**
 * The index of the chunks of a segment, read from its bytes without a copy. All numbers are little-endian:
 *
 * - 4 bytes "TKI" and the version; the numbers of chunks, terms and postings, 32 bits each;
 * - for each chunk, its length in terms, 32 bits;
 * - for each term, its hash, 32 bits, ascending; then for each term, the end of its postings, 32 bits;
 * - for each posting, 32 bits: how often the chunk has the term, up to 255, in the lowest 8, and above them the bits of the terms that
 *   follow it there; then for each posting, the number of the chunk in the segment, 8 bits, ascending within a term.
 */
export interface KeywordSegment {
  /** Of chunks. */
  readonly size: number;
  /** Of a chunk, in terms. */
  lengthOf(chunk: number): number;
  /** Calls `visit` for each chunk with a term, ascending. */
  visitPostings(hash: number, visit: (chunk: number, entry: number) => void): void;
}

/** The most chunks of a segment: a posting has 8 bits for the number of its chunk. */
export const MAX_SEGMENT_CHUNKS = 256;
/** The most terms of all chunks of a segment together. */
export const MAX_SEGMENT_TERMS = 2 ** 21;

const SIGNATURE = 0x49_4b_54;
const VERSION = 1;
const HEADER_BYTES = 16;

const COUNT_BITS = 8;
const MAX_COUNT = 2 ** COUNT_BITS - 1;
const FOLLOWER_BITS = 32 - COUNT_BITS;

/** How often the chunk of a posting has the term, up to 255. */
export const countOf = (entry: number): number => entry & MAX_COUNT;

/**
 * The bits that the entry of a term has when the term with this hash follows it: two of 24, or one twice. Terms share bits, so that a few of
 * the chunks with both words of a pair seem to have the pair.
 */
export const followerBits = (hash: number): number =>
  (1 << (COUNT_BITS + (hash % FOLLOWER_BITS))) |
  (1 << (COUNT_BITS + (Math.floor(hash / FOLLOWER_BITS) % FOLLOWER_BITS)));

/**
 * The index of chunks by their terms, in their order, with repetitions.
 *
 * @param chunks At most `MAX_SEGMENT_CHUNKS`, with at most `MAX_SEGMENT_TERMS` in all.
 */
export function buildKeywordSegment(chunks: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const total = chunks.reduce((sum, terms) => sum + terms.length, 0);
  if (chunks.length > MAX_SEGMENT_CHUNKS || total > MAX_SEGMENT_TERMS) {
    throw new RangeError(
      `A segment has at most ${MAX_SEGMENT_CHUNKS} chunks and ${MAX_SEGMENT_TERMS} terms, not ${chunks.length} and ${total}.`,
    );
  }
  // An occurrence is its hash and its place in the segment as one exact number, so that sorting groups terms and keeps the order of
  // chunks. No table of hashes: chosen terms could make one slow.
  const occurrences = new Float64Array(total);
  const hashes = new Uint32Array(total);
  const chunkOf = new Uint8Array(total);
  let at = 0;
  for (const [chunk, terms] of chunks.entries()) {
    for (const term of terms) {
      const hash = hashTerm(term);
      occurrences[at] = hash * MAX_SEGMENT_TERMS + at;
      hashes[at] = hash;
      chunkOf[at] = chunk;
      at += 1;
    }
  }
  occurrences.sort();

  const termHashes = new Uint32Array(total);
  const ends = new Uint32Array(total);
  const entries = new Uint32Array(total);
  const postingChunks = new Uint8Array(total);
  let terms = 0;
  let postings = 0;
  for (const occurrence of occurrences) {
    const place = occurrence % MAX_SEGMENT_TERMS;
    const hash = hashes[place] ?? 0;
    const chunk = chunkOf[place] ?? 0;
    const isNewTerm = terms === 0 || termHashes[terms - 1] !== hash;
    if (isNewTerm) {
      termHashes[terms] = hash;
      terms += 1;
    }
    if (isNewTerm || postingChunks[postings - 1] !== chunk) {
      postingChunks[postings] = chunk;
      postings += 1;
    }
    ends[terms - 1] = postings;
    let entry = entries[postings - 1] ?? 0;
    if (countOf(entry) < MAX_COUNT) entry += 1;
    if (place + 1 < total && chunkOf[place + 1] === chunk) entry |= followerBits(hashes[place + 1] ?? 0);
    entries[postings - 1] = entry;
  }

  const parts = partsOf(chunks.length, terms, postings);
  const bytes = new Uint8Array(parts.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, SIGNATURE | (VERSION << 24), true);
  for (const [index, number] of [chunks.length, terms, postings].entries()) {
    view.setUint32(4 + 4 * index, number, true);
  }
  for (const [index, { length }] of chunks.entries()) view.setUint32(parts.lengths + 4 * index, length, true);
  for (let index = 0; index < terms; index += 1) {
    view.setUint32(parts.hashes + 4 * index, termHashes[index] ?? 0, true);
    view.setUint32(parts.ends + 4 * index, ends[index] ?? 0, true);
  }
  for (let index = 0; index < postings; index += 1) {
    view.setUint32(parts.entries + 4 * index, entries[index] ?? 0, true);
  }
  bytes.set(postingChunks.subarray(0, postings), parts.chunks);
  return bytes;
}

/**
 * @throws When the bytes are no such index, those of another version, or cut off. Postings are checked when they are read, and what is
 *   out of their bounds throws then.
 */
export function readKeywordSegment(bytes: Uint8Array): KeywordSegment {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES || (view.getUint32(0, true) & 0xff_ff_ff) !== SIGNATURE) {
    throw unreadable('It does not begin as one.');
  }
  const version = view.getUint8(3);
  if (version !== VERSION) {
    throw unreadable(`It has version ${version}, and this release reads version ${VERSION}.`);
  }
  const [size, terms, postings] = [
    view.getUint32(4, true),
    view.getUint32(8, true),
    view.getUint32(12, true),
  ];
  const parts = partsOf(size, terms, postings);
  if (size > MAX_SEGMENT_CHUNKS || bytes.byteLength !== parts.byteLength) {
    throw unreadable(
      `It has ${bytes.byteLength} bytes, and ${parts.byteLength} for its ${size} chunks, ${terms} terms and ${postings} postings.`,
    );
  }

  /** The place of a hash among those of the terms; undefined when no chunk has the term. */
  function find(hash: number): number | undefined {
    let low = 0;
    let high = terms - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = view.getUint32(parts.hashes + 4 * middle, true);
      if (found === hash) return middle;
      if (found < hash) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  return {
    size,
    lengthOf(chunk) {
      if (chunk < 0 || chunk >= size) throw new RangeError(`The segment has no chunk ${chunk}.`);
      return view.getUint32(parts.lengths + 4 * chunk, true);
    },
    visitPostings(hash, visit) {
      const term = find(hash);
      if (term === undefined) return;
      const start = term === 0 ? 0 : view.getUint32(parts.ends + 4 * (term - 1), true);
      const end = view.getUint32(parts.ends + 4 * term, true);
      if (start > end || end > postings) throw unreadable('The postings of a term are out of its bounds.');
      let before = -1;
      for (let at = start; at < end; at += 1) {
        const chunk = view.getUint8(parts.chunks + at);
        if (chunk <= before || chunk >= size) throw unreadable('The chunks of a term are not in order.');
        before = chunk;
        visit(chunk, view.getUint32(parts.entries + 4 * at, true));
      }
    },
  };
}

/** Where the parts begin. Below 2^53 for any 32-bit numbers. */
function partsOf(chunks: number, terms: number, postings: number) {
  const hashes = HEADER_BYTES + 4 * chunks;
  const ends = hashes + 4 * terms;
  const entries = ends + 4 * terms;
  const chunksAt = entries + 4 * postings;
  return { lengths: HEADER_BYTES, hashes, ends, entries, chunks: chunksAt, byteLength: chunksAt + postings };
}

function unreadable(why: string): Error {
  return new Error(
    `The stored search index of a file is unreadable. ${why} Add the file to its vector store again, so that it is indexed again.`,
  );
}
