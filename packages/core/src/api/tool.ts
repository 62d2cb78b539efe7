import type { Metadata } from './metadata.ts';

/** The JSON Schema of a function's parameters. Absent means: no arguments. */
export type FunctionParameters = { readonly [keyword: string]: unknown };

export interface FunctionDefinition {
  /** `[A-Za-z0-9_-]`, at most 64 characters. */
  name: string;
  description?: string;
  parameters?: FunctionParameters;
  strict?: boolean | null;
}

/** A tool the caller executes: the only kind that leads to `requires_action`. */
export interface FunctionTool {
  type: 'function';
  function: FunctionDefinition;
}

export interface CodeInterpreterTool {
  type: 'code_interpreter';
}

export interface FileSearchRankingOptions {
  score_threshold: number;
  ranker?: 'auto' | 'default_2024_08_21';
}

export interface FileSearchTool {
  type: 'file_search';
  file_search?: {
    /** 1 to 50. */
    max_num_results?: number;
    ranking_options?: FileSearchRankingOptions;
  };
}

export type AssistantTool = CodeInterpreterTool | FileSearchTool | FunctionTool;

/** What the tools may read: files for `code_interpreter`, one vector store for `file_search`. */
export interface ToolResources {
  code_interpreter?: { file_ids?: readonly string[] };
  file_search?: { vector_store_ids?: readonly string[] };
}

export interface VectorStoreHelper {
  file_ids?: readonly string[];
  chunking_strategy?:
    | { type: 'auto' }
    | { type: 'static'; static: { max_chunk_size_tokens: number; chunk_overlap_tokens: number } };
  metadata?: Metadata | null;
}

/** {@link ToolResources} of a create request, which can also create a vector store. */
export interface CreateToolResources {
  code_interpreter?: { file_ids?: readonly string[] };
  file_search?: { vector_store_ids?: readonly string[]; vector_stores?: readonly VectorStoreHelper[] };
}
