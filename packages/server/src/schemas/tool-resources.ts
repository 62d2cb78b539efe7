import {
  type CreateToolResources,
  MAX_CODE_FILES,
  MAX_VECTOR_STORES,
  type VectorStoreHelper,
} from '@threadkit/core/api';
import { badRequest } from '../http/http-error.ts';
import { chunkingStrategy } from './chunking-strategy.ts';
import { array, type Check, nullable, object, optional, string } from './schema.ts';
import { metadata } from './shared-fields.ts';

const MAX_STORE_FILES = 10_000;

const ids = (max: number) => array(string(), { max });
const codeInterpreter = optional(object({ file_ids: optional(ids(MAX_CODE_FILES)) }));

/** Resources in the body of modify, and of a run: ids only. */
export const toolResources = object({
  code_interpreter: codeInterpreter,
  file_search: optional(object({ vector_store_ids: optional(ids(MAX_VECTOR_STORES)) })),
});

const vectorStore: Check<VectorStoreHelper> = object({
  file_ids: optional(ids(MAX_STORE_FILES)),
  chunking_strategy: optional(chunkingStrategy),
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
