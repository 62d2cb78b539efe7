import type { ChunkingStrategyRequest, StaticChunkingStrategy } from '@threadkit/core/api';
import { badRequest } from '../http/http-error.ts';
import { byType, type Check, number, object, oneOf, required } from './schema.ts';

const sizes = object({
  max_chunk_size_tokens: required(number({ min: 100, max: 4096, integer: true })),
  chunk_overlap_tokens: required(number({ min: 0, max: 2048, integer: true })),
});

const checkedSizes: Check<StaticChunkingStrategy['static']> = (value, path) => {
  const given = sizes(value, path);
  if (given.chunk_overlap_tokens <= given.max_chunk_size_tokens / 2) return given;
  throw badRequest(
    `Invalid '${path}.chunk_overlap_tokens': too large. Expected at most half of 'max_chunk_size_tokens', but got ${given.chunk_overlap_tokens} instead.`,
    { param: `${path}.chunk_overlap_tokens`, code: 'invalid_value' },
  );
};

/** How files of a vector store are cut. */
export const chunkingStrategy: Check<ChunkingStrategyRequest> = byType({
  auto: object({ type: required(oneOf('auto')) }),
  static: object({ type: required(oneOf('static')), static: required(checkedSizes) }),
});
