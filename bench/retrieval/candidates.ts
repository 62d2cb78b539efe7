import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { searchTerms } from '../../packages/server/src/retrieval/search-terms.ts';
import { indexSegments, searchSegments } from './keyword-segments.ts';
import type { Chunk } from './retrieval-set.ts';

/** Ids of the best chunks for a query, the best first. */
export type Search = (query: string, limit: number) => readonly string[];

/** Ways to index chunks, by name. */
export const CANDIDATES: Readonly<Record<string, (chunks: readonly Chunk[]) => Search>> = {
  Threadkit: indexKeywords,
  minisearch: indexMiniSearch,
  'FTS5 unicode61': (chunks) => indexFts5(chunks, 'unicode61'),
  'FTS5 porter': (chunks) => indexFts5(chunks, 'porter unicode61'),
};

export function indexKeywords(chunks: readonly Chunk[]): Search {
  const segments = indexSegments(chunks.map(({ text }) => searchTerms(text)));
  return (query, limit) => searchSegments(segments, query, limit).map((number) => chunks[number]?.id ?? '');
}

function indexMiniSearch(chunks: readonly Chunk[]): Search {
  const index = new MiniSearch<Chunk>({ fields: ['text'] });
  index.addAll(chunks);
  return (query, limit) =>
    index
      .search(query)
      .slice(0, limit)
      .map(({ id }) => String(id));
}

function indexFts5(chunks: readonly Chunk[], tokenizer: string): Search {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE chunks USING fts5(id UNINDEXED, text, tokenize = '${tokenizer}')`);
  const insert = database.prepare('INSERT INTO chunks (id, text) VALUES (?, ?)');
  database.exec('BEGIN');
  for (const { id, text } of chunks) insert.run(id, text);
  database.exec('COMMIT');
  const select = database.prepare('SELECT id FROM chunks WHERE chunks MATCH ? ORDER BY rank LIMIT ?');
  return (query, limit) => {
    // Any of the words, each quoted: without quotes, FTS5 reads operators.
    const words = query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    return select.all(words.map((word) => `"${word}"`).join(' OR '), limit).map(({ id }) => String(id));
  };
}
