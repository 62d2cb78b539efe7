import { chunkText } from '../../packages/server/src/retrieval/chunk-text.ts';
import { estimateTokens } from '../../packages/server/src/shared/estimate-tokens.ts';
import { readDocuments } from './documents.ts';
import { QUESTIONS } from './questions.ts';

/** The sizes of the API's `auto` chunking strategy. */
const SIZES = { maxTokens: 800, overlapTokens: 400 };

export interface Chunk {
  readonly id: string;
  readonly text: string;
}

export interface JudgedQuestion {
  readonly query: string;
  /** Ids of the chunks that contain the quote of the right passage, in any document. */
  readonly relevant: ReadonlySet<string>;
  readonly language: 'en' | 'ja, zh, ko';
}

export interface RetrievalSet {
  readonly documents: ReadonlyMap<string, string>;
  readonly chunks: readonly Chunk[];
  readonly questions: readonly JudgedQuestion[];
}

export function loadRetrievalSet(): RetrievalSet {
  const documents = readDocuments();
  const chunks = [...documents].flatMap(([name, text]) => cutDocument(name, text));
  const questions = Object.entries(QUESTIONS).flatMap(([name, quotes]) =>
    Object.entries(quotes).map(([query, quote]) => judge(query, quote, name, chunks)),
  );
  return { documents, chunks, questions };
}

export function cutDocument(name: string, text: string): readonly Chunk[] {
  return [...chunkText(text, SIZES, estimateTokens)]
    .filter((chunk) => chunk !== undefined)
    .map(({ start, end }, index) => ({ id: `${name}#${index}`, text: text.slice(start, end) }));
}

function judge(query: string, quote: string, name: string, chunks: readonly Chunk[]): JudgedQuestion {
  const relevant = chunks.filter(({ text }) => text.includes(quote)).map(({ id }) => id);
  if (!relevant.some((id) => id.startsWith(`${name}#`))) {
    throw new Error(
      `No chunk of ${name} contains "${quote}", the answer to "${query}". If an update of the package changed the text, quote the new one in bench/retrieval/questions.ts.`,
    );
  }
  const language = /[\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF]/.test(query) ? 'ja, zh, ko' : 'en';
  return { query, relevant: new Set(relevant), language };
}
