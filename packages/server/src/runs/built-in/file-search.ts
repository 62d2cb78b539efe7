import type { FileSearchResult, FileSearchTool, RunObject } from '@threadkit/core/api';
import type { HostedCallPiece } from '../../engines/engine.ts';
import type { FoundChunk, SearchVectorStores } from '../../retrieval/search-vector-store.ts';
import type { VectorStoreStorage } from '../../storage/vector-store-storage.ts';
import { type RunContext, unixSeconds } from '../run-context.ts';
import { BUILT_IN_FORMATS } from './built-in-format.ts';
import type { BuiltInTool } from './built-in-tool.ts';
import type { SearchedStores } from './searched-stores.ts';
import { waitForFiles } from './wait-for-files.ts';

/** As the contract has them. */
const MAX_RESULTS = 20;
const MAX_TOKENS = 16_000;
const RANKING = { ranker: 'default_2024_08_21', score_threshold: 0 } as const;
/** The share of a model's window that the passages of one call may fill. */
const WINDOW_SHARE = 0.25;

export interface FileSearchOptions {
  readonly run: Pick<RunObject, 'tools'>;
  readonly stores: SearchedStores;
  /** Of the model; undefined when it is not known. */
  readonly contextTokens: number | undefined;
  readonly countTokens: (text: string) => number;
}

/** `file_search` of a run: searches the vector stores of its thread and its assistant together. */
export function fileSearch(
  context: Pick<RunContext, 'now' | 'setTimer'>,
  vectorStores: VectorStoreStorage,
  search: SearchVectorStores,
  { run, stores, contextTokens, countTokens }: FileSearchOptions,
): BuiltInTool {
  const settings = run.tools.find((tool): tool is FileSearchTool => tool.type === 'file_search')?.file_search;
  const ranking = { ...RANKING, ...settings?.ranking_options };
  const maxTokens = Math.min(MAX_TOKENS, Math.floor((contextTokens ?? Infinity) * WINDOW_SHARE));

  return {
    format: BUILT_IN_FORMATS.file_search,
    function: BUILT_IN_FORMATS.file_search.function,
    idempotent: true,
    interrupted: toPiece([]),

    async execute(call, signal) {
      const { queries = [] } = call.type === 'file_search' ? call.file_search : {};
      if (queries.length === 0) return { piece: toPiece([]), outcome: 'failed', reason: 'invalid_arguments' };
      await waitForFiles(context, vectorStores, stores.ofThread, signal);
      const searched = [...stores.ofThread, ...stores.ofAssistant].map(({ owner, id }) => ({
        scope: { owner },
        id,
      }));
      const found = await search({
        stores: searched,
        queries,
        limit: settings?.max_num_results ?? MAX_RESULTS,
        scoreThreshold: ranking.score_threshold,
        signal,
      });
      const used = { last_active_at: unixSeconds(context.now) };
      await Promise.all(searched.map(({ scope, id }) => vectorStores.update(scope, id, used)));
      return { piece: toPiece(withinTokens(found.map(toResult))), outcome: 'finished', reason: null };
    },
  };

  function toPiece(results: readonly FileSearchResult[]): HostedCallPiece {
    return { type: 'file_search', file_search: { ranking_options: ranking, results } };
  }

  /** The best results whose texts have at most so many tokens, together. The first is always one of them. */
  function withinTokens(results: readonly FileSearchResult[]): readonly FileSearchResult[] {
    let left = maxTokens;
    return results.filter(({ content = [] }, index) => {
      const tokens = content.reduce((sum, { text = '' }) => sum + countTokens(text), 0);
      if (index > 0 && tokens > left) return false;
      left -= tokens;
      return true;
    });
  }
}

function toResult({ fileId, filename, score, attributes, text }: FoundChunk): FileSearchResult {
  return {
    file_id: fileId,
    file_name: filename,
    score,
    attributes: attributes ?? {},
    content: [{ type: 'text', text }],
  };
}
