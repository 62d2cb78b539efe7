import { describe, expect, it } from 'vitest';
import type { Embeddings } from '../embeddings/embeddings.ts';
import { EngineError } from '../engines/engine-error.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { wordEmbeddings, wordVector } from '../testing/word-embeddings.ts';

const CATS = 'A cat sleeps for most of its day.';
const RIVERS = 'The river flows into the sea.';

/** A server with a vector store of these texts, which are processed. */
async function serverWith(embeddings: Embeddings | undefined, ...texts: string[]) {
  const clock = createManualClock();
  const storage = memoryStorage({ now: clock.now });
  const served = testServer({ storage, setTimer: clock.setTimer, random: () => 0, embeddings });
  const { caller } = served;
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) {
    const form = new FormData();
    form.append('purpose', 'assistants');
    form.append('file', new File([text], `${index}.txt`));
    ids.push((await caller.ask('file', 'POST', '/files', form)).id);
  }
  const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', { file_ids: ids });
  const place = `/vector_stores/${id}`;
  const isProcessed = async () => (await caller.ask('vectorStore', 'GET', place)).status === 'completed';
  return {
    ...served,
    clock,
    place,
    isProcessed,
    processed: () => until(isProcessed),
    async search(query: string, ranking_options: object = {}) {
      const { data } = await caller.ask('searchResults', 'POST', `${place}/search`, {
        query,
        ranking_options,
      });
      return data.map(({ content, score }) => [content[0]?.text, Number(score.toFixed(2))]);
    },
  };
}

describe('a server with embeddings', () => {
  it('finds what means the same in other words', async () => {
    const served = await serverWith(wordEmbeddings(), CATS, RIVERS);
    await served.processed();
    expect(await served.search('feline')).toEqual([[CATS, 0.5]]);
    const plain = await serverWith(undefined, CATS, RIVERS);
    await plain.processed();
    expect(await plain.search('feline')).toEqual([]);
  });

  it('a passage that is first by keywords and by meaning has the score 1', async () => {
    const { processed, search } = await serverWith(wordEmbeddings(), CATS, RIVERS);
    await processed();
    const found = await search('Where does the river flow?');
    expect(found[0]).toEqual([RIVERS, 1]);
    expect(await search('river', { score_threshold: 0.9 })).toEqual([[RIVERS, 1]]);
  });

  it('says for what it embeds a text', async () => {
    const seen: string[] = [];
    const embeddings = wordEmbeddings({
      async embed(texts, _signal, purpose) {
        for (const text of texts) seen.push(`${purpose}: ${text}`);
        return texts.map((text) => wordVector(text));
      },
    });
    const { processed, search } = await serverWith(embeddings, CATS);
    await processed();
    await search(' feline ');
    expect(seen).toEqual([`passage: ${CATS}`, 'query: feline']);
  });

  it('searches by keywords while queries cannot be embedded, and says so in the log', async () => {
    const embeddings = wordEmbeddings({
      async embed(texts, _signal, purpose) {
        if (purpose === 'query') throw new EngineError('server_error', 'Away.', { forOperator: 'Start it.' });
        return texts.map((text) => wordVector(text));
      },
    });
    const { processed, search, log, faults } = await serverWith(embeddings, CATS, RIVERS);
    await processed();
    const [found] = await search('cat');
    expect(found?.[0]).toBe(CATS);
    expect(await search('feline')).toEqual([]);
    expect(log).toMatchObject([{ event: 'embeddings_failed', model: 'words' }]);
    expect(faults).toEqual([]);
  });

  it('a file waits for an endpoint that is away for some seconds, and then is found by keywords only', async () => {
    let calls = 0;
    const embeddings = wordEmbeddings({
      embed() {
        calls += 1;
        return Promise.reject(new EngineError('server_error', 'Away.', { retry: {} }));
      },
    });
    const { clock, isProcessed, search } = await serverWith(embeddings, CATS);
    await until(async () => calls === 1);
    await clock.advance(14_000);
    expect(await isProcessed()).toBe(false);
    await clock.advance(2000);
    await until(isProcessed);
    expect(calls).toBe(5);
    const [found] = await search('cat');
    expect(found?.[0]).toBe(CATS);
  });
});
