import type { FileSearchResult } from '@threadkit/core/api';
import type { OwnedStore } from './searched-stores.ts';

export interface SearchRequest {
  readonly stores: readonly OwnedStore[];
  /** Several find what any of them finds. */
  readonly queries: readonly string[];
  /** Of results. */
  readonly limit: number;
  /** 0 to 1. */
  readonly scoreThreshold: number;
  readonly signal: AbortSignal;
}

/** Searches vector stores together. Best results first, with their texts. */
export type SearchFiles = (request: SearchRequest) => Promise<readonly FileSearchResult[]>;
