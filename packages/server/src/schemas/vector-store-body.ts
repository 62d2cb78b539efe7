import {
  MAX_DESCRIPTION_LENGTH,
  MAX_NAME_LENGTH,
  SEARCH_RESULTS_RANGE,
  type VectorStoreExpiration,
} from '@threadkit/core/api';
import { chunkingStrategy } from './chunking-strategy.ts';
import {
  array,
  boolean,
  type Check,
  nullable,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
} from './schema.ts';
import { searchFilter } from './search-filter.ts';
import { metadata } from './shared-fields.ts';

/** Files that one request adds to a vector store. */
export const MAX_ADDED_FILES = 2000;
/** Each word of a query is searched for. */
const MAX_QUERY_LENGTH = 4096;
const MAX_QUERIES = 16;

const expiresAfter: Check<VectorStoreExpiration> = object({
  anchor: required(oneOf('last_active_at')),
  days: required(number({ min: 1, max: 365, integer: true })),
});

const fields = {
  name: optional(nullable(string({ max: MAX_NAME_LENGTH }))),
  expires_after: optional(nullable(expiresAfter)),
  metadata: optional(nullable(metadata)),
};

export const createVectorStoreBody = object({
  ...fields,
  description: optional(nullable(string({ max: MAX_DESCRIPTION_LENGTH }))),
  file_ids: optional(array(string(), { max: MAX_ADDED_FILES })),
  chunking_strategy: optional(chunkingStrategy),
});

export const modifyVectorStoreBody = object(fields);

const queryText = string({ min: 1, max: MAX_QUERY_LENGTH });
const queryTexts = array(queryText, { min: 1, max: MAX_QUERIES });
const query: Check<string[]> = (value, path) =>
  typeof value === 'string' ? [queryText(value, path)] : queryTexts(value, path);

/** The query as a list. */
export const searchVectorStoreBody = object({
  query: required(query),
  filters: optional(searchFilter),
  max_num_results: optional(number({ ...SEARCH_RESULTS_RANGE, integer: true })),
  ranking_options: optional(
    object({
      ranker: optional(oneOf('none', 'auto', 'default-2024-11-15')),
      score_threshold: optional(number({ min: 0, max: 1 })),
    }),
  ),
  rewrite_query: optional(boolean),
});
