import type { Metadata } from './metadata.ts';

/** The JSON Schema of a function's parameters. Absent means: no arguments. */
export type FunctionParameters = { readonly [keyword: string]: unknown };

/** A function as the model sees it. */
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

/** Lets the model run code on the server. */
export interface CodeInterpreterTool {
  type: 'code_interpreter';
}

/** How `file_search` ranks results. Results with a score below `score_threshold` (0 to 1) are left out. */
export interface FileSearchRankingOptions {
  score_threshold: number;
  ranker?: 'auto' | 'default_2024_08_21';
}

/** Lets the model search the vector stores in {@link ToolResources}. */
export interface FileSearchTool {
  type: 'file_search';
  file_search?: {
    /** 1 to 50. */
    max_num_results?: number;
    ranking_options?: FileSearchRankingOptions;
  };
}

/** A tool of an assistant or a run. */
export type AssistantTool = CodeInterpreterTool | FileSearchTool | FunctionTool;

/** What the tools may read: files for `code_interpreter`, one vector store for `file_search`. */
export interface ToolResources {
  code_interpreter?: { file_ids?: readonly string[] };
  file_search?: { vector_store_ids?: readonly string[] };
}

/** A vector store that is created together with its assistant or thread. */
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
