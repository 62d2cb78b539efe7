import type { FileAttributes, SearchFilter } from '@threadkit/core/api';
import type { Embedder } from '../embeddings/embedder.ts';
import { nextLoopTurn, type WaitForLoop } from '../shared/next-loop-turn.ts';
import type { Scope } from '../storage/storage.ts';
import type { SearchableFile, VectorStoreStorage } from '../storage/vector-store-storage.ts';
import { fuseRankings } from './fuse-rankings.ts';
import { readKeywordSegment } from './keyword-segment.ts';
import { matchesFilter } from './matches-filter.ts';
import { type ChunkRanking, createChunkRanking, type RankedChunk } from './rank-chunks.ts';
import { createVectorRanking, type VectorRanking } from './rank-vectors.ts';
import { searchTerms } from './search-terms.ts';
import { createSegmentCache } from './segment-cache.ts';
import { readSegmentIndex } from './segment-index.ts';

/** What to search for, and where. */
export interface VectorStoreQuery {
  /** Searched together. A file of several vector stores is searched in the first. */
  readonly stores: readonly { readonly scope: Scope; readonly id: string }[];
  /** The best of the scores for several queries counts. Only the first 4,096 UTF-16 units and 256 terms of each are read. */
  readonly queries: readonly string[];
  /** Only files that meet it are searched. @defaultValue all files */
  readonly filter?: SearchFilter | undefined;
  /** The most results. */
  readonly limit: number;
  /** The lowest score, from 0 to 1. @defaultValue 0 */
  readonly scoreThreshold?: number | undefined;
  /** Ends the search: it rejects with the reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A chunk of a file that was found. */
export interface FoundChunk {
  readonly fileId: string;
  readonly filename: string;
  readonly attributes: FileAttributes | null;
  /**
   * Above 0, and at most 1. By keywords, the share of the best possible match; with vectors, that of the first place in both
   * rankings.
   */
  readonly score: number;
  readonly text: string;
  /** Its number in the file, from 0. */
  readonly chunk: number;
}

/** Returns the chunks with the highest scores, best first. Contents that are deleted meanwhile are left out. */
export type SearchVectorStores = (query: VectorStoreQuery) => Promise<readonly FoundChunk[]>;

export interface VectorStoreSearchOptions {
  readonly storage: VectorStoreStorage;
  /** Makes vectors of the queries. @defaultValue searches by keywords only */
  readonly embedder?: Embedder | undefined;
  /** Of the indexes that are kept in memory. About a kilobyte for three kilobytes of text, and with vectors a byte for each of their numbers. @defaultValue 64 MiB, with vectors 256 MiB */
  readonly cacheBytes?: number | undefined;
  readonly waitForLoop?: WaitForLoop | undefined;
}

const CACHE_BYTES = 64 * 2 ** 20;
const CACHE_BYTES_WITH_VECTORS = 256 * 2 ** 20;
const MAX_QUERY_CHARS = 4096;
const MAX_QUERY_TERMS = 256;
/** Segments that are read from the storage at the same time. */
const READ_AHEAD = 8;
/** Postings that are looked at before others have a turn: some milliseconds. */
const SLICE_POSTINGS = 200_000;
/** What the lookup of a term in a segment counts for, in postings. */
const LOOKUP_POSTINGS = 32;
/** Numbers of vectors that are compared in the time of a posting. */
const NUMBERS_PER_POSTING = 4;
/** Chunks of each ranking that are combined: more than results, so that one that is far down in one of them can gain. */
const RANKED_CHUNKS = 100;

/** A segment of a searched file that is being read. */
interface PendingSegment {
  readonly file: SearchableFile;
  readonly bytes: Promise<Uint8Array | undefined>;
}

/** A segment in the ranking. */
interface RankedSegment {
  readonly file: SearchableFile;
  /** Number of its first chunk in the file. */
  readonly firstChunk: number;
}

/** Searches vector stores by keywords, and by vectors when there is an embedder. Long searches let others have a turn, so that the server stays responsive. */
export function createVectorStoreSearch({
  storage,
  embedder,
  cacheBytes = embedder ? CACHE_BYTES_WITH_VECTORS : CACHE_BYTES,
  waitForLoop = nextLoopTurn,
}: VectorStoreSearchOptions): SearchVectorStores {
  const cache = createSegmentCache(storage, cacheBytes);

  async function listFiles({ stores, filter }: VectorStoreQuery): Promise<readonly SearchableFile[]> {
    const lists = await Promise.all(stores.map(({ scope, id }) => storage.listSearchable(scope, id)));
    const files = new Map<string, SearchableFile>();
    for (const file of lists.flat()) {
      const isWanted = filter === undefined || matchesFilter(file.attributes ?? {}, filter);
      if (isWanted && !files.has(file.fileId)) files.set(file.fileId, file);
    }
    return [...files.values()];
  }

  /** Begins to read the segments of files in order, when they are asked for. */
  function* startReads(files: readonly SearchableFile[]): Generator<PendingSegment> {
    for (const file of files) {
      for (let segment = 0; segment < file.segments; segment += 1) {
        const bytes = cache.read(file, segment);
        // One that is awaited later, or never, after another has rejected.
        bytes.catch(() => {});
        yield { file, bytes };
      }
    }
  }

  async function search(query: VectorStoreQuery): Promise<readonly FoundChunk[]> {
    const { signal, limit, scoreThreshold = 0 } = query;
    const queries = query.queries.map((text) =>
      searchTerms(text.slice(0, MAX_QUERY_CHARS)).slice(0, MAX_QUERY_TERMS),
    );
    const terms = new Set(queries.flat()).size;
    const texts = query.queries.map((text) => text.slice(0, MAX_QUERY_CHARS).trim()).filter(Boolean);
    if (limit < 1 || (terms === 0 && (texts.length === 0 || !embedder))) return [];

    const files = await listFiles(query);
    const hasVectors = files.some(({ embeddingModel }) => embeddingModel === embedder?.model);
    const vectors = hasVectors ? await embedder?.embedQueries(texts, signal) : undefined;
    const byVectors =
      embedder && vectors && createVectorRanking(embedder.model, vectors, Math.max(limit, RANKED_CHUNKS));
    const ranking = createChunkRanking(queries);
    const segments: RankedSegment[] = [];
    let work = 0;
    async function pauseAfter(postings: number): Promise<void> {
      work += postings;
      if (work < SLICE_POSTINGS) return;
      work = 0;
      await waitForLoop();
      signal?.throwIfAborted();
    }

    /** The file of the last segment, and its chunks so far; -1 after one that is gone. */
    let current: SearchableFile | undefined;
    let chunks = 0;
    async function add({ file, bytes }: PendingSegment): Promise<void> {
      if (file !== current) chunks = 0;
      current = file;
      const index = await bytes;
      if (!index) chunks = -1;
      if (!index || chunks === -1) return;
      const number = segments.length;
      const { size, comparison } = addSegment(file, index, number, ranking, byVectors);
      segments.push({ file, firstChunk: chunks });
      chunks += size;
      await pauseAfter((size + LOOKUP_POSTINGS) * terms);
      for (const numbers of comparison) await pauseAfter(numbers / NUMBERS_PER_POSTING);
    }

    const pending: PendingSegment[] = [];
    for (const segment of startReads(files)) {
      signal?.throwIfAborted();
      pending.push(segment);
      const first = pending.length > READ_AHEAD ? pending.shift() : undefined;
      if (first) await add(first);
    }
    for (const segment of pending) await add(segment);

    const isHybrid = byVectors?.hasVectors() ?? false;
    const ranked = isHybrid
      ? ranking.rank(Math.max(limit, RANKED_CHUNKS), 0)
      : ranking.rank(limit, scoreThreshold);
    let step = ranked.next();
    for (; !step.done; step = ranked.next()) await pauseAfter(SLICE_POSTINGS);
    const best = isHybrid
      ? fuseRankings([step.value, byVectors?.ranked() ?? []])
          .filter(({ score }) => score >= scoreThreshold)
          .slice(0, limit)
      : step.value;
    const found = await Promise.all(best.map((one) => readChunk(one, segments)));
    return found.filter((one) => one !== undefined);
  }

  async function readChunk(
    { segment, chunk, score }: RankedChunk,
    segments: readonly RankedSegment[],
  ): Promise<FoundChunk | undefined> {
    const ranked = segments[segment];
    if (!ranked) return undefined;
    const { fileId, filename, attributes, contentId } = ranked.file;
    const number = ranked.firstChunk + chunk;
    const [stored] = await storage.readChunks(contentId, number, 1);
    return stored && { fileId, filename, attributes, score, text: stored.text, chunk: number };
  }

  return search;
}

/** Adds a segment to the rankings. Returns the number of its chunks, and what compares its vectors when it is iterated. */
function addSegment(
  { fileId }: SearchableFile,
  bytes: Uint8Array,
  number: number,
  byKeywords: ChunkRanking,
  byVectors: VectorRanking | undefined,
): { readonly size: number; readonly comparison: Iterable<number> } {
  try {
    const { keywords, vectors } = readSegmentIndex(bytes);
    const segment = readKeywordSegment(keywords);
    byKeywords.add(segment);
    const isComparable = byVectors && vectors?.size === segment.size;
    return { size: segment.size, comparison: isComparable ? byVectors.add(number, vectors) : [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The file ${fileId} cannot be searched: ${reason}`, { cause: error });
  }
}
