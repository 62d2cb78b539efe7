import type { Annotation, MessageContentPart } from '@threadkit/core';
import { describe, expect, test } from 'vitest';
import { collectCitations } from './collect-citations.ts';
import { numberMarkers, splitMarkers } from './split-markers.ts';

const textWith = (value: string, markers: readonly (readonly [string, string])[]): MessageContentPart => ({
  type: 'text',
  text: {
    value,
    annotations: markers.map(([text, file_id]) => ({
      type: 'file_citation',
      text,
      start_index: 0,
      end_index: 0,
      file_citation: { file_id },
    })),
  },
});

const text = 'Paid back 【4:0†handbook.md】. Free 【4:1†ship.pdf】, mostly 【5:2†handbook.md】.';
const { sources, byMarker } = collectCitations([
  textWith(text, [
    ['【4:0†handbook.md】', 'file_a'],
    ['【4:1†ship.pdf】', 'file_b'],
    ['【5:2†handbook.md】', 'file_a'],
  ]),
]);

test('a file has one number wherever it is cited, in the order of the first citation', () => {
  expect(sources).toEqual([
    { number: 1, id: 'file_a', name: 'handbook.md' },
    { number: 2, id: 'file_b', name: 'ship.pdf' },
  ]);
});

test('the cited words stand with their own place, not with the file', () => {
  const part = textWith('', [['【1:0†a.md】', 'file_a']]);
  const quoted: MessageContentPart = {
    type: 'text',
    text: {
      value: '',
      annotations: [
        {
          type: 'file_citation',
          text: '【1:1†a.md】',
          start_index: 0,
          end_index: 0,
          file_citation: { file_id: 'file_a', quote: 'Paid within 14 days.' },
        },
      ],
    },
  };
  const cited = collectCitations([part, quoted]);
  expect(cited.sources).toHaveLength(1);
  expect(cited.byMarker.get('【1:0†a.md】')?.quote).toBeUndefined();
  expect(cited.byMarker.get('【1:1†a.md】')?.quote).toBe('Paid within 14 days.');
});

test('a marker that only says "source" tells no name', () => {
  expect(collectCitations([textWith('', [['【1:0†source】', 'file_a']])]).sources[0]?.name).toBeUndefined();
});

test('a text is taken apart at its citations, without the space before them', () => {
  const pieces = splitMarkers(text, byMarker, false);
  expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.number))).toEqual([
    'Paid back',
    1,
    '. Free',
    2,
    ', mostly',
    1,
    '.',
  ]);
});

test('brackets that no citation explains stay text', () => {
  const other = 'As 【1:0†it】 stands 【so】';
  expect(splitMarkers(other, byMarker, false)).toEqual([other]);
});

test('while text comes, a marker is not shown before its citation', () => {
  expect(splitMarkers('Paid 【4:9†ha', byMarker, true)).toEqual(['Paid ']);
  expect(splitMarkers('Paid 【4:9†hand.md】', byMarker, true)).toEqual(['Paid']);
});

test('a copied text has the numbers in the place of the markers', () => {
  expect(numberMarkers(text, byMarker)).toBe('Paid back [1]. Free [2], mostly [1].');
});

describe('citations of types that this version does not know', () => {
  const cited = (...annotations: readonly object[]) =>
    collectCitations([{ type: 'text', text: { value: '', annotations: annotations as Annotation[] } }]);

  test('a page is a source by its title, with its marker', () => {
    const page = { title: 'Opening hours', url: 'https://example.com/hours' };
    const found = cited({ type: 'url_citation', text: '【3:0†source】', url_citation: page });
    expect(found.sources).toEqual([{ number: 1, id: 'https://example.com/hours', name: 'Opening hours' }]);
    expect(splitMarkers('Open 【3:0†source】.', found.byMarker, false)).toHaveLength(3);
  });

  test('the same page is one source, also where its members stand beside its type', () => {
    const found = cited(
      { type: 'url_citation', text: '【3:0†source】', url_citation: { url: 'https://example.com/a' } },
      { type: 'url_citation', text: '【3:1†source】', url: 'https://example.com/a', title: 'A' },
    );
    expect(found.sources).toEqual([
      { number: 1, id: 'https://example.com/a', name: 'https://example.com/a' },
    ]);
  });

  test('one without a marker is listed, one that says nothing is left out', () => {
    const found = cited(
      { type: 'container_file_citation', text: '', filename: 'plot.csv', file_id: 'cfile_1' },
      { type: 'mystery', text: '【1:0†x】' },
      { type: 'mystery', text: '【1:1†x】', mystery: null },
    );
    expect(found.sources).toEqual([{ number: 1, id: 'cfile_1', name: 'plot.csv' }]);
    expect(found.byMarker.size).toBe(0);
  });
});
