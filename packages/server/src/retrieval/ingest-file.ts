import type { VectorStoreFileObject } from '@threadkit/core/api';
import { byteLengthOf } from '../shared/byte-length.ts';
import { estimateTokens } from '../shared/estimate-tokens.ts';
import { nextLoopTurn, type WaitForLoop } from '../shared/next-loop-turn.ts';
import type { ContentSegment, IngestOutcome, StoredChunk } from '../storage/vector-store-storage.ts';
import { type ChunkSizes, chunkText } from './chunk-text.ts';
import { extractText, type ReadDocument } from './extract-text.ts';
import { buildKeywordSegment } from './keyword-segment.ts';
import { searchTerms } from './search-terms.ts';

/** A file to process, and how. */
export interface IngestInput {
  /** Its extension may say that it is HTML. */
  readonly filename: string;
  readonly content: ReadableStream<Uint8Array>;
  readonly sizes: ChunkSizes;
  /** Must return a finite number for any text. @defaultValue an estimate without a tokenizer */
  readonly countTokens?: ((text: string) => number) | undefined;
  /** Awaited after each slice of work, a few milliseconds. */
  readonly waitForLoop?: WaitForLoop | undefined;
  /** @defaultValue refuses documents */
  readonly readDocument?: ReadDocument | undefined;
}

/** The limit of the contract for a file in a vector store. */
export const MAX_FILE_TOKENS = 5_000_000;
/** More than any text within the limit has: a token has about four characters of English. HTML counts with its tags. */
const MAX_FILE_CHARS = 16 * MAX_FILE_TOKENS;

/** Chunks and terms with which a segment ends. More chunks are fewer reads for a search, and more memory for an ingest. */
const SEGMENT_CHUNKS = 128;
const SEGMENT_TERMS = 2 ** 17;
/** Tokens in the chunks of a slice of work. */
const SLICE_TOKENS = 2 ** 14;

/**
 * Cuts the text of a file into chunks, and yields these with their index, segment by segment. Returns how it ended; segments before a
 * failure are void. Rejects when the content cannot be read.
 */
export async function* ingestFile({
  filename,
  content,
  sizes,
  countTokens = estimateTokens,
  waitForLoop = nextLoopTurn,
  readDocument = refuseDocument,
}: IngestInput): AsyncGenerator<ContentSegment, IngestOutcome> {
  const extracted = await extractText({
    filename,
    content,
    maxChars: MAX_FILE_CHARS,
    pause: waitForLoop,
    readDocument,
  });
  if ('error' in extracted) return { status: 'failed', error: extracted.error };
  const { text } = extracted;
  let tokens = 0;
  const counted = (part: string): number => {
    const count = countTokens(part);
    tokens += count;
    return count;
  };

  let number = 0;
  let firstChunk = 0;
  let usageBytes = 0;
  let chunks: StoredChunk[] = [];
  let terms: string[][] = [];
  let termCount = 0;
  function endSegment(): ContentSegment {
    const segment = { number, firstChunk, chunks, index: buildKeywordSegment(terms) };
    usageBytes += segment.index.byteLength;
    number += 1;
    firstChunk += chunks.length;
    chunks = [];
    terms = [];
    termCount = 0;
    return segment;
  }

  let slice = 0;
  for (const chunk of chunkText(text, sizes, counted)) {
    if (tokens > MAX_FILE_TOKENS) return fail(TOO_LONG);
    if (chunk) {
      const part = text.slice(chunk.start, chunk.end);
      const termsOfPart = searchTerms(part).slice(0, SEGMENT_TERMS);
      chunks.push({ start: chunk.start, text: part });
      terms.push(termsOfPart);
      termCount += termsOfPart.length;
      usageBytes += byteLengthOf(part);
    }
    slice += sizes.maxTokens;
    if (slice >= SLICE_TOKENS) {
      slice = 0;
      await waitForLoop();
    }
    if (chunks.length === SEGMENT_CHUNKS || termCount >= SEGMENT_TERMS) {
      yield endSegment();
      await waitForLoop();
    }
  }
  if (number === 0 && chunks.length === 0) return fail('The file has no text.');
  if (chunks.length > 0) yield endSegment();
  return { status: 'completed', usageBytes };
}

/** Of a server without a reader of documents. */
export const refuseDocument: ReadDocument = async ({ content }) => {
  await content.cancel();
  return {
    error: {
      code: 'unsupported_file',
      message:
        'This server does not read PDF files, Word documents and archives. Convert the file to text, and upload it again.',
    },
  };
};

const TOO_LONG = `The text of the file has more than ${MAX_FILE_TOKENS} tokens. Split it into several files, and upload these.`;

function fail(message: string): IngestOutcome {
  const error: NonNullable<VectorStoreFileObject['last_error']> = { code: 'invalid_file', message };
  return { status: 'failed', error };
}
