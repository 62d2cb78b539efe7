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
/** The share of a model's window that the passages of the calls of one model call may fill. */
const WINDOW_SHARE = 0.25;
/** What is left of the first passage when there is no room. */
const MIN_CHARS = 200;

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
  /** Tokens that the passages of all calls of a model call may still have, together. */
  let left = Math.min(MAX_TOKENS, Math.floor((contextTokens ?? Infinity) * WINDOW_SHARE));

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

  /** The best results whose texts fit into what other calls of the model call have left. The first is always one of them, and cut when it is too long. */
  function withinTokens(results: readonly FileSearchResult[]): readonly FileSearchResult[] {
    const [first, ...others] = results;
    if (!first) return [];
    return [cut(first), ...others].filter((result, index) => {
      const tokens = countTokens(textOf(result));
      if (index > 0 && tokens > left) return false;
      left = Math.max(0, left - tokens);
      return true;
    });
  }

  function cut(result: FileSearchResult): FileSearchResult {
    const text = textOf(result);
    // A token has at least about one character.
    return countTokens(text) <= left
      ? result
      : { ...result, content: [{ type: 'text', text: text.slice(0, Math.max(left, MIN_CHARS)) }] };
  }
}

const textOf = ({ content = [] }: FileSearchResult): string =>
  content.map(({ text = '' }) => text).join('\n');

function toResult({ fileId, filename, score, attributes, text }: FoundChunk): FileSearchResult {
  return {
    file_id: fileId,
    file_name: filename,
    score,
    attributes: attributes ?? {},
    content: [{ type: 'text', text }],
  };
}
