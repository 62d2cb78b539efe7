import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildKeywordSegment, readKeywordSegment } from './keyword-segment.ts';
import { createChunkRanking } from './rank-chunks.ts';
import { searchTerms } from './search-terms.ts';

const TEXTS = [
  'A run executes an assistant on a thread. A run has a status.',
  'A step of a run is a message or a list of tool calls. The status of a step.',
  'A file is uploaded once. Messages refer to the file.',
  '契約書の期間は一年である。',
];

interface Found {
  /** Number of the text. */
  readonly text: number;
  readonly score: number;
}

/** Ranks texts, each as a chunk, `perSegment` in a segment. */
function search(
  texts: readonly string[],
  queries: string | readonly string[],
  { limit = 10, minScore = 0, perSegment = 2 } = {},
): readonly Found[] {
  const ranking = createChunkRanking([queries].flat().map((query) => searchTerms(query)));
  for (let at = 0; at < texts.length; at += perSegment) {
    const terms = texts.slice(at, at + perSegment).map((text) => searchTerms(text));
    ranking.add(readKeywordSegment(buildKeywordSegment(terms)));
  }
  const work = ranking.rank(limit, minScore);
  for (;;) {
    const { done, value } = work.next();
    if (done)
      return value.map(({ segment, chunk, score }) => ({ text: segment * perSegment + chunk, score }));
  }
}

const numbers = (found: readonly Found[]) => found.map(({ text }) => text);
const scores = (found: readonly Found[]) => found.map(({ score }) => score);

describe('the ranking of chunks', () => {
  it('finds chunks by their words, the best first', () => {
    expect(numbers(search(TEXTS, 'run status'))).toEqual([0, 1]);
    expect(numbers(search(TEXTS, 'upload FILES'))).toEqual([2]);
    expect(numbers(search(TEXTS, '契約の期間'))).toEqual([3]);
    expect(numbers(search(TEXTS, '書'))).toEqual([3]);
    expect(search(TEXTS, 'nothing like it')).toEqual([]);
    expect(search(TEXTS, '')).toEqual([]);
    expect(search(TEXTS, [])).toEqual([]);
    expect(search([], 'run')).toEqual([]);
  });

  it('a rare word counts more than a frequent one, and a short chunk more than a long one', () => {
    const texts = ['a lease', 'a thread', 'a thread', `a lease ${'other words of a long text '.repeat(20)}`];
    expect(numbers(search(texts, 'thread lease'))[0]).toBe(0);
    expect(numbers(search(texts, 'lease'))).toEqual([0, 3]);
  });

  it('words that are neighbors in the query count more where they are neighbors', () => {
    const texts = [
      'the run ended and its status is known',
      'the status run ended and its is known',
      'ended and its is known the run status',
    ];
    const found = search(texts, 'run status');
    expect(numbers(found)).toEqual([2, 0, 1]);
    const [first, second, third] = scores(found);
    expect(first).toBeGreaterThan(second ?? 0);
    expect(second).toBe(third);
  });

  it('a term that a chunk has very often is counted up to a limit', () => {
    const found = search(['lease '.repeat(1000), `lease ${'other '.repeat(999)}`], 'lease');
    expect(numbers(found)).toEqual([0, 1]);
    for (const score of scores(found)) expect(score).toBeLessThan(1);
  });

  it('scores are shares of the best possible match', () => {
    const [first, second] = scores(search(TEXTS, 'run status thread'));
    expect(first).toBeLessThan(1);
    expect(second).toBeGreaterThan(0);
    expect(scores(search(TEXTS, 'run run run status thread'))[0]).toBe(first);
    // A word that no chunk has lowers all scores.
    expect(scores(search(TEXTS, 'run status thread zebra'))[0]).toBeLessThan(first ?? 0);
  });

  it('of the scores for several queries, the best counts', () => {
    const queries = ['run status', 'uploaded file', 'zebra'];
    const alone = queries.flatMap((query) => search(TEXTS, query));
    const together = search(TEXTS, queries);
    for (const { text, score } of together) {
      expect(score).toBe(Math.max(...alone.filter((one) => one.text === text).map((one) => one.score)));
    }
    expect(new Set(numbers(together))).toEqual(new Set(numbers(alone)));
  });

  it('returns at most the limit, and no score below the minimum', () => {
    expect(numbers(search(TEXTS, 'status', { limit: 1 }))).toEqual([0]);
    expect(search(TEXTS, 'status', { limit: 0 })).toEqual([]);
    const [first = 0, second = 0] = scores(search(TEXTS, 'run status'));
    expect(scores(search(TEXTS, 'run status', { minScore: first }))).toEqual([first]);
    expect(scores(search(TEXTS, 'run status', { minScore: second }))).toEqual([first, second]);
  });

  it('does not depend on how chunks are divided into segments', () => {
    const anyText = fc
      .array(fc.constantFrom('run', 'status', 'thread', 'lease'), { maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 20 }), anyText, fc.nat(6), (texts, query, more) => {
        expect(search(texts, query, { perSegment: 1 + more })).toEqual(
          search(texts, query, { perSegment: 20 }),
        );
      }),
    );
  });

  it('many thousand chunks are ranked as few, with pauses', () => {
    const filler = Array.from({ length: 128 }, (_, at) => searchTerms(`a thread ${at}`));
    const segment = readKeywordSegment(buildKeywordSegment(filler));
    const last = readKeywordSegment(buildKeywordSegment([[], searchTerms('a lease on a thread')]));
    const ranking = createChunkRanking([searchTerms('thread lease')]);
    for (let at = 0; at < 100; at += 1) ranking.add(segment);
    ranking.add(last);
    const work = ranking.rank(3, 0);
    let pauses = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(2);
    expect(step.value.map(({ segment: number, chunk }) => [number, chunk])).toEqual([
      [100, 1],
      [0, 0],
      [0, 1],
    ]);
  });
});
