import type { Embedder } from '../../packages/server/src/embeddings/embedder.ts';
import { embedSegment } from '../../packages/server/src/ingest/embed-segment.ts';
import { ingestFile } from '../../packages/server/src/retrieval/ingest-file.ts';
import {
  createVectorStoreSearch,
  type SearchVectorStores,
} from '../../packages/server/src/retrieval/search-vector-store.ts';
import { nextLoopTurn, type WaitForLoop } from '../../packages/server/src/shared/next-loop-turn.ts';
import type { Storage } from '../../packages/server/src/storage/storage.ts';
import type { RetrievalSet } from './retrieval-set.ts';

const MANY_CHUNKS = 50_000;
const MANY_HITS = 20;
/** Searches with an empty cache: the first questions. */
const COLD_SEARCHES = 10;
/** Of each search, the fastest of so many counts: others use the machine too. */
const ROUNDS = 3;
const SCOPE = { owner: 'bench' };
const STORE_ID = 'vs_bench';
const SIZES = { maxTokens: 800, overlapTokens: 400 };

export interface StorageSpeed {
  /** Bytes of all indexes, with vectors. */
  readonly indexBytes: number;
  /** Megabytes of text per second, from the bytes of files to what the storage has. */
  readonly ingestMbPerS: number;
  /** Searches with all indexes in memory, in milliseconds. */
  readonly warm: Percentiles;
  /** Searches that read all indexes from the storage, in milliseconds. */
  readonly cold: Percentiles;
  /** The longest work of an ingest, and of a warm search, without a turn for others: milliseconds of the thread's processor time. */
  readonly heldMs: { readonly ingest: number; readonly search: number };
}

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/**
 * Ingests the documents again and again, each time as one file, until there are 50,000 chunks, and searches these.
 *
 * @param embedder Makes vectors of chunks and questions; what it takes counts.
 */
export async function measureStorage(
  storage: Storage,
  set: RetrievalSet,
  embedder?: Embedder,
): Promise<StorageSpeed> {
  await storage.open();
  const stores = storage.vectorStores;
  if (!stores) throw new Error('The storage has no vector stores.');
  const text = new TextEncoder().encode([...set.documents.values()].join('\n\n'));
  const files = Array.from({ length: Math.ceil(MANY_CHUNKS / set.chunks.length) }, (_, number) => ({
    fileId: `file_${number}`,
    filename: `${number}.md`,
    attributes: null,
    chunkingStrategy: {
      type: 'static' as const,
      static: { max_chunk_size_tokens: SIZES.maxTokens, chunk_overlap_tokens: SIZES.overlapTokens },
    },
  }));
  const store = {
    id: STORE_ID,
    created_at: 0,
    last_active_at: 0,
    name: null,
    description: null,
    metadata: {},
    expires_after: null,
  };
  await stores.create(SCOPE, store, files);
  const ingestTurns = watchTurns();
  const { signal } = new AbortController();
  let indexBytes = 0;
  const startedAt = performance.now();
  for (const lease of await stores.claimIngest('bench', 3_600_000, files.length)) {
    const ingestion = ingestFile({
      filename: lease.file.filename,
      content: new Blob([text]).stream(),
      sizes: SIZES,
      waitForLoop: ingestTurns.waitForLoop,
    });
    let step = await ingestion.next();
    for (; !step.done; step = await ingestion.next()) {
      const { chunks, index: keywords } = step.value;
      const index = (embedder && (await embedSegment(chunks, keywords, embedder, signal))) ?? keywords;
      await stores.writeSegment(lease, { ...step.value, index });
      indexBytes += index.byteLength;
      ingestTurns.restart();
    }
    const outcome = step.value;
    if (outcome.status === 'failed') throw new Error(outcome.error.message);
    await stores.finishIngest(lease, { ...outcome, embeddingModel: embedder?.model });
  }
  const ingestMs = performance.now() - startedAt;

  const questions = set.questions.map(({ query }) => query);
  const turns = watchTurns();
  const warmSearch = createVectorStoreSearch({ storage: stores, embedder, waitForLoop: turns.waitForLoop });
  await search(warmSearch, questions[0] ?? '');
  turns.forget();
  const warm = await timesOf(questions, () => {
    turns.restart();
    return warmSearch;
  });
  const cold = await timesOf(questions.slice(0, COLD_SEARCHES), () =>
    createVectorStoreSearch({ storage: stores, embedder }),
  );
  return {
    indexBytes,
    ingestMbPerS: (text.byteLength * files.length) / 1000 / ingestMs,
    warm,
    cold,
    heldMs: { ingest: ingestTurns.heldMs(), search: turns.heldMs() },
  };
}

const search = (searchStores: SearchVectorStores, query: string) =>
  searchStores({ stores: [{ scope: SCOPE, id: STORE_ID }], queries: [query], limit: MANY_HITS });

async function timesOf(
  questions: readonly string[],
  searchOf: () => SearchVectorStores,
): Promise<Percentiles> {
  const times: number[] = [];
  for (const question of questions) {
    const rounds: number[] = [];
    while (rounds.length < ROUNDS) {
      const own = searchOf();
      const startedAt = performance.now();
      await search(own, question);
      rounds.push(performance.now() - startedAt);
    }
    times.push(Math.min(...rounds));
  }
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  return { p50: percentile(0.5), p95: percentile(0.95) };
}

/** Waits for the event loop, and measures what the thread does between two turns. */
function watchTurns() {
  let held = 0;
  let turn = process.threadCpuUsage();
  const restart = (): void => {
    turn = process.threadCpuUsage();
  };
  const waitForLoop: WaitForLoop = async () => {
    held = Math.max(held, process.threadCpuUsage(turn).user);
    await nextLoopTurn();
    restart();
  };
  return {
    waitForLoop,
    /** A turn has begun elsewhere. */
    restart,
    forget() {
      held = 0;
    },
    heldMs: () => held / 1000,
  };
}
