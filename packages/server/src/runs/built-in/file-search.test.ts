import { describe, expect, it } from 'vitest';
import type { FoundChunk } from '../../retrieval/search-vector-store.ts';
import { memoryStorage } from '../../storage/memory/memory-storage.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { fileSearch } from './file-search.ts';

const clock = createManualClock();
const { vectorStores } = memoryStorage({ now: clock.now });
const passage = (text: string): FoundChunk => ({
  fileId: 'file_1',
  filename: 'a.txt',
  attributes: null,
  score: 0.5,
  text,
  chunk: 0,
});
const call = { id: 'call_1', type: 'file_search' as const, file_search: { queries: ['tea'] } };

/** A tool that finds these texts, for a model with a window of so many tokens; each character is one. */
function toolOf(contextTokens: number, ...texts: string[]) {
  if (!vectorStores) throw new Error('The storage has no vector stores.');
  const tool = fileSearch(clock, vectorStores, async () => texts.map(passage), {
    run: { tools: [{ type: 'file_search' }] },
    stores: { ofThread: [], ofAssistant: [] },
    contextTokens,
    countTokens: (text) => text.length,
  });
  return async () => {
    const { piece } = await tool.execute(call, new AbortController().signal);
    const results = piece.type === 'file_search' ? (piece.file_search.results ?? []) : [];
    return results.map(({ content }) => content?.[0]?.text?.length);
  };
}

describe('fileSearch', () => {
  it('leaves out passages that do not fit into a quarter of the window', async () => {
    const execute = toolOf(4000, 'x'.repeat(400), 'x'.repeat(700), 'x'.repeat(600));
    expect(await execute()).toEqual([400, 600]);
  });

  it('shares the room between the calls of a model call, and keeps the beginning of each first passage', async () => {
    const execute = toolOf(4000, 'x'.repeat(700));
    expect([await execute(), await execute(), await execute()]).toEqual([[700], [300], [200]]);
  });
});
