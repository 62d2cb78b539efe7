import type { SearchFilter } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { vectorStoreServer } from '../testing/vector-store-server.ts';

const TEXTS = {
  'cats.md': 'Cats sleep for most of the day, and hunt small animals at night.',
  'dogs.md': 'Dogs guard the house at night, and sleep beside their people.',
  'rivers.md': 'The longest river of the continent flows into the sea.',
};

/** A vector store with three files, whose attributes have the length of their names. */
async function animals() {
  const served = vectorStoreServer();
  const { caller, upload, process } = served;
  const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', {});
  const place = `/vector_stores/${id}`;
  const ids: Record<string, string> = {};
  for (const [name, text] of Object.entries(TEXTS)) {
    const fileId = await upload(name, text);
    ids[name] = fileId;
    const attributes = { name, length: name.length, isAnimal: name !== 'rivers.md' };
    await caller.ask('vectorStoreFile', 'POST', `${place}/files`, { file_id: fileId, attributes });
  }
  await process();
  const search = (body: object) => caller.ask('searchResults', 'POST', `${place}/search`, body);
  const names = async (body: object) => (await search(body)).data.map(({ filename }) => filename);
  return { ...served, id, place, ids, search, names };
}

describe('searching a vector store', () => {
  it('results have the wire format, best first', async () => {
    const { search, ids } = await animals();
    const page = await search({ query: 'When do cats hunt?' });
    expect(page).toMatchObject({
      object: 'vector_store.search_results.page',
      search_query: ['When do cats hunt?'],
      has_more: false,
      next_page: null,
    });
    expect(page.data[0]).toEqual({
      file_id: ids['cats.md'],
      filename: 'cats.md',
      score: expect.any(Number),
      attributes: { name: 'cats.md', length: 7, isAnimal: true },
      content: [{ type: 'text', text: TEXTS['cats.md'] }],
    });
    const scores = page.data.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('several queries find what any of them finds', async () => {
    const { search } = await animals();
    const query = ['cats', 'longest river'];
    const page = await search({ query, rewrite_query: true, ranking_options: { ranker: 'auto' } });
    expect(page.search_query).toEqual(query);
    expect(page.data.map(({ filename }) => filename).toSorted()).toEqual(['cats.md', 'rivers.md']);
  });

  it('max_num_results and score_threshold limit the results', async () => {
    const { search, names } = await animals();
    const { data } = await search({ query: 'sleep at night' });
    expect(data).toHaveLength(2);
    expect(await names({ query: 'sleep at night', max_num_results: 1 })).toHaveLength(1);
    const ranking_options = { score_threshold: data[0]?.score };
    expect(await names({ query: 'sleep at night', ranking_options })).toEqual([data[0]?.filename]);
    expect(await names({ query: 'volcanoes' })).toEqual([]);
  });

  it.each<[SearchFilter, string[]]>([
    [{ type: 'eq', key: 'name', value: 'cats.md' }, ['cats.md']],
    [{ type: 'ne', key: 'name', value: 'cats.md' }, ['dogs.md', 'rivers.md']],
    [{ type: 'gt', key: 'length', value: 7 }, ['rivers.md']],
    [{ type: 'eq', key: 'isAnimal', value: true }, ['cats.md', 'dogs.md']],
    [{ type: 'in', key: 'name', value: ['dogs.md', 'fish.md'] }, ['dogs.md']],
    [
      {
        type: 'or',
        filters: [
          { type: 'gt', key: 'length', value: 7 },
          {
            type: 'and',
            filters: [
              { type: 'eq', key: 'isAnimal', value: true },
              { type: 'nin', key: 'name', value: ['cats.md'] },
            ],
          },
        ],
      },
      ['dogs.md', 'rivers.md'],
    ],
  ])('the filter %j limits the searched files', async (filters, expected) => {
    const { names } = await animals();
    const query = ['cats', 'dogs', 'river'];
    expect((await names({ query, filters })).toSorted()).toEqual(expected);
  });

  it('files that are not processed, or were removed, are not found', async () => {
    const { caller, names, place, ids, upload } = await animals();
    await caller.ask('vectorStoreFile', 'POST', `${place}/files`, {
      file_id: await upload('more.md', 'More about cats.'),
    });
    expect(await names({ query: 'cats' })).toEqual(['cats.md']);
    await caller.ask('deleted', 'DELETE', `${place}/files/${ids['cats.md']}`);
    expect(await names({ query: 'cats' })).toEqual([]);
  });

  it('searching counts as a use of the vector store', async () => {
    const { caller, clock, names, place } = await animals();
    await clock.advance(60_000);
    await names({ query: 'cats' });
    expect((await caller.ask('vectorStore', 'GET', place)).last_active_at).toBe(clock.now() / 1000);
  });

  it('a vector store that does not exist is refused', async () => {
    const { caller } = await animals();
    expect(await caller.refusal('POST', '/vector_stores/vs_gone/search', { query: 'x' })).toMatchObject({
      status: 404,
      message: "No vector store found with id 'vs_gone'.",
    });
  });

  const leaf = { type: 'eq', key: 'a', value: 1 };
  const nested = (levels: number): object =>
    levels === 1 ? leaf : { type: 'and', filters: [nested(levels - 1)] };

  it.each([
    [{}, 'query'],
    [{ query: '' }, 'query'],
    [{ query: [] }, 'query'],
    [{ query: 1 }, 'query'],
    [{ query: ['x', 2] }, 'query[1]'],
    [{ query: 'x'.repeat(4097) }, 'query'],
    [{ query: Array.from({ length: 17 }, () => 'x') }, 'query'],
    [{ query: 'x', max_num_results: 0 }, 'max_num_results'],
    [{ query: 'x', max_num_results: 51 }, 'max_num_results'],
    [{ query: 'x', ranking_options: { score_threshold: 1.1 } }, 'ranking_options.score_threshold'],
    [{ query: 'x', ranking_options: { ranker: 'best' } }, 'ranking_options.ranker'],
    [{ query: 'x', filters: { type: 'like', key: 'a', value: 1 } }, 'filters.type'],
    [{ query: 'x', filters: { type: 'eq', key: 'a', value: [1] } }, 'filters.value'],
    [{ query: 'x', filters: { type: 'in', key: 'a', value: 1 } }, 'filters.value'],
    [{ query: 'x', filters: { type: 'in', key: 'a', value: [true] } }, 'filters.value[0]'],
    [{ query: 'x', filters: { type: 'and', filters: [] } }, 'filters.filters'],
    [{ query: 'x', filters: { type: 'or', filters: [leaf, { type: 'eq' }] } }, 'filters.filters[1].key'],
    [{ query: 'x', filters: nested(6) }, 'filters'],
    [{ query: 'x', filters: { type: 'and', filters: Array.from({ length: 100 }, () => leaf) } }, 'filters'],
  ])('an invalid search is refused with the path of the value: %j', async (body, param) => {
    const { caller, place } = await animals();
    expect(await caller.refusal('POST', `${place}/search`, body)).toMatchObject({ status: 400, param });
  });

  it('a filter with the most levels and comparisons is accepted', async () => {
    const { search } = await animals();
    await search({ query: 'x', filters: nested(5) });
    await search({ query: 'x', filters: { type: 'and', filters: Array.from({ length: 99 }, () => leaf) } });
  });
});
