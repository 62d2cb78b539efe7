import {
  type CreateToolResources,
  MAX_CODE_FILES,
  MAX_VECTOR_STORES,
  type VectorStoreHelper,
} from '@threadkit/core/api';
import { badRequest } from '../http/http-error.ts';
import {
  array,
  byType,
  type Check,
  nullable,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
} from './schema.ts';
import { metadata } from './shared-fields.ts';

const MAX_STORE_FILES = 10_000;

const ids = (max: number) => array(string(), { max });
const codeInterpreter = optional(object({ file_ids: optional(ids(MAX_CODE_FILES)) }));

/** Resources in the body of modify, and of a run: ids only. */
export const toolResources = object({
  code_interpreter: codeInterpreter,
  file_search: optional(object({ vector_store_ids: optional(ids(MAX_VECTOR_STORES)) })),
});

const staticChunks = object({
  max_chunk_size_tokens: required(number({ min: 100, max: 4096, integer: true })),
  chunk_overlap_tokens: required(number({ min: 0, max: 2048, integer: true })),
});

const chunks: Check<{ max_chunk_size_tokens: number; chunk_overlap_tokens: number }> = (value, path) => {
  const given = staticChunks(value, path);
  if (given.chunk_overlap_tokens <= given.max_chunk_size_tokens / 2) return given;
  throw badRequest(
    `Invalid '${path}.chunk_overlap_tokens': too large. Expected at most half of 'max_chunk_size_tokens', but got ${given.chunk_overlap_tokens} instead.`,
    { param: `${path}.chunk_overlap_tokens`, code: 'invalid_value' },
  );
};

const vectorStore: Check<VectorStoreHelper> = object({
  file_ids: optional(ids(MAX_STORE_FILES)),
  chunking_strategy: optional(
    byType({
      auto: object({ type: required(oneOf('auto')) }),
      static: object({ type: required(oneOf('static')), static: required(chunks) }),
    }),
  ),
  metadata: optional(nullable(metadata)),
});

const searchFields = object({
  vector_store_ids: optional(ids(MAX_VECTOR_STORES)),
  vector_stores: optional(array(vectorStore, { max: MAX_VECTOR_STORES })),
});

const fileSearch: Check<NonNullable<CreateToolResources['file_search']>> = (value, path) => {
  const given = searchFields(value, path);
  if (!given.vector_store_ids || !given.vector_stores) return given;
  throw badRequest(
    `Invalid '${path}': 'vector_store_ids' and 'vector_stores' exclude each other. Expected one of them.`,
    { param: path, code: 'invalid_value' },
  );
};

/** Resources in the body of create: may request a vector store. */
export const createToolResources = object({
  code_interpreter: codeInterpreter,
  file_search: optional(fileSearch),
});
