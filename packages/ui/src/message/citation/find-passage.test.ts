import type { FileSearchResult, RunStepObject } from '@threadkit/core';
import { citationNumber } from '@threadkit/core/api';
import { describe, expect, test } from 'vitest';
import { findPassage, guessPassage } from './find-passage.ts';

const result = (file_id: string, text?: string): FileSearchResult => ({
  file_id,
  file_name: `${file_id}.txt`,
  score: 1,
  ...(text !== undefined && { content: [{ type: 'text', text }] }),
});

const search = (id: string, ...results: FileSearchResult[]): Pick<RunStepObject, 'step_details'> => ({
  step_details: { type: 'tool_calls', tool_calls: [{ id, type: 'file_search', file_search: { results } }] },
});

const steps = [
  search('call_1', result('tea', 'Green tea comes from Uji.'), result('milk', 'Cold.')),
  search('call_2', result('tea', 'Black tea comes from Assam.')),
];

const marker = (call: string, index: number | string) => `【${citationNumber(call)}:${index}†x.txt】`;

describe('findPassage', () => {
  test.each([
    ['of the call', marker('call_2', 0), 'tea', 'Black tea comes from Assam.'],
    ['with the index', marker('call_1', 1), 'milk', 'Cold.'],
    ['of the file, when the index is that of another file', marker('call_1', 0), 'milk', 'Cold.'],
    ['of the file, without an index', `【${citationNumber('call_1')}】`, 'milk', 'Cold.'],
  ])('findPassage returns the passage %s', (_name, cited, id, expected) => {
    expect(findPassage(steps, { marker: cited, id })).toBe(expected);
  });

  test.each([
    ['the marker is of another call', marker('call_9', 0), 'tea'],
    ['the call has nothing of the file', marker('call_2', 0), 'milk'],
  ])('findPassage returns undefined when %s', (_name, cited, id) => {
    expect(findPassage(steps, { marker: cited, id })).toBeUndefined();
  });

  test('findPassage tells two calls with the same number apart by the file', () => {
    const ids = new Map<number, string>();
    let pair: readonly [string, string] | undefined;
    for (let count = 0; !pair; count += 1) {
      const id = `call_${count}`;
      const other = ids.get(citationNumber(id));
      if (other !== undefined) pair = [other, id];
      ids.set(citationNumber(id), id);
    }
    const shared = [search(pair[0], result('tea', 'Tea.')), search(pair[1], result('milk', 'Milk.'))];
    expect(findPassage(shared, { marker: marker(pair[0], 0), id: 'tea' })).toBe('Tea.');
    expect(findPassage(shared, { marker: marker(pair[1], 0), id: 'milk' })).toBe('Milk.');
  });

  test('findPassage returns undefined when the backend left the text out, and shortens a long one', () => {
    const cited = { marker: marker('call_1', 0), id: 'tea' };
    expect(findPassage([search('call_1', result('tea'))], cited)).toBeUndefined();
    const long = findPassage([search('call_1', result('tea', 'word '.repeat(500)))], cited);
    expect(long).toMatch(/^word .*word…$/);
    expect(long?.length).toBeLessThanOrEqual(601);
  });
});

describe('guessPassage', () => {
  test('guessPassage returns the only passage of the file with that index', () => {
    expect(guessPassage(steps, { marker: '【4:1†source】', id: 'milk' })).toBe('Cold.');
  });

  test('guessPassage returns undefined when several calls could be meant', () => {
    expect(guessPassage(steps, { marker: '【4:0†source】', id: 'tea' })).toBeUndefined();
  });
});
