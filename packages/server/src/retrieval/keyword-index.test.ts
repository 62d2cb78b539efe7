import { describe, expect, it } from 'vitest';
import { KeywordIndex } from './keyword-index.ts';
import { searchTerms } from './search-terms.ts';

const DOCUMENTS: Readonly<Record<string, string>> = {
  runs: 'A run executes an assistant on a thread. A run has a status.',
  steps: 'A step of a run is a message or a list of tool calls. The status of a step.',
  files: 'A file is uploaded once. Messages refer to the file.',
  kaisetsu: '契約書の期間は一年である。',
};

function indexOf(documents: Readonly<Record<string, string>> = DOCUMENTS): KeywordIndex {
  const index = new KeywordIndex();
  for (const [id, text] of Object.entries(documents)) index.add(id, searchTerms(text));
  return index;
}

const search = (index: KeywordIndex, query: string, limit = 10, isWanted = (_id: string) => true) =>
  index.search(searchTerms(query), limit, isWanted);
const ids = (...args: Parameters<typeof search>) => search(...args).map(({ id }) => id);

describe('KeywordIndex', () => {
  it('documents are found by their words, the best first', () => {
    const index = indexOf();
    expect(ids(index, 'run status')).toEqual(['runs', 'steps']);
    expect(ids(index, 'upload FILES')).toEqual(['files']);
    expect(ids(index, '契約の期間')).toEqual(['kaisetsu']);
    expect(ids(index, '書')).toEqual(['kaisetsu']);
    expect(ids(index, 'nothing like it')).toEqual([]);
    expect(ids(index, '')).toEqual([]);
  });

  it('a rare word counts more than a frequent one, and a short document more than a long one', () => {
    const filler = 'other words of a long text '.repeat(20);
    const index = indexOf({
      rare: 'a lease',
      common: 'a thread',
      more: 'a thread',
      long: `a lease ${filler}`,
    });
    expect(ids(index, 'thread lease')[0]).toBe('rare');
    expect(ids(index, 'lease')).toEqual(['rare', 'long']);
  });

  it('words that are neighbors in the query count more where they are neighbors', () => {
    const index = indexOf({
      apart: 'the run ended and its status is known',
      swapped: 'the status run ended and its is known',
      neighbors: 'ended and its is known the run status',
    });
    expect(ids(index, 'run status')[0]).toBe('neighbors');
    const [first, second, third] = search(index, 'run status').map(({ score }) => score);
    expect(first).toBeGreaterThan(second ?? 0);
    expect(second).toBe(third);
    // Also after the others were removed, and the rest was renumbered.
    index.add('late', searchTerms('the run status'));
    for (const id of ['apart', 'swapped']) index.remove(id);
    index.remove('neighbors');
    index.add('later', searchTerms('status run the'));
    expect(ids(index, 'run status')).toEqual(['late', 'later']);
  });

  it('a term that a document has very often is counted up to a limit', () => {
    const index = indexOf({ often: 'lease '.repeat(1000), once: `lease ${'other '.repeat(999)}` });
    expect(ids(index, 'lease')).toEqual(['often', 'once']);
    for (const { score } of search(index, 'lease')) expect(score).toBeLessThan(1);
  });

  it('scores are shares of the best possible match', () => {
    const index = indexOf();
    const [first, second] = search(index, 'run status thread');
    expect(first?.score).toBeLessThan(1);
    expect(second?.score).toBeGreaterThan(0);
    const [repeated] = search(index, 'run run run status thread');
    expect(repeated?.score).toBe(first?.score);
    // A word that no document has lowers all scores.
    expect(search(index, 'run status thread zebra')[0]?.score).toBeLessThan(first?.score ?? 0);
  });

  it('only wanted documents are returned, up to the limit', () => {
    const index = indexOf();
    expect(ids(index, 'status', 1)).toHaveLength(1);
    expect(ids(index, 'status', 10, (id) => id !== 'runs')).toEqual(['steps']);
  });

  it('removed documents are not found, and the others keep their order', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`d${at}`, `common ${'word '.repeat(at % 7)}unique${at}`]),
    );
    const index = indexOf(texts);
    for (let at = 0; at < 50; at += 1) index.remove(`d${at}`);
    index.remove('d0');
    const rest = Object.entries(texts).slice(50);
    expect(ids(index, 'common', 100).toSorted()).toEqual(rest.map(([id]) => id).toSorted());
    expect(ids(index, 'unique55')).toEqual(['d55']);
    expect(ids(index, 'unique5')).toEqual([]);
    index.add('d5', searchTerms('common unique5'));
    expect(ids(index, 'unique5')).toEqual(['d5']);
  });
});
