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

test('collectCitations numbers each file once, in the order of first citations', () => {
  expect(sources).toEqual([
    { number: 1, id: 'file_a', name: 'handbook.md' },
    { number: 2, id: 'file_b', name: 'ship.pdf' },
  ]);
});

test('collectCitations keeps the quote with the citation, not with the file', () => {
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

test('a marker with the word "source" contains no file name', () => {
  expect(collectCitations([textWith('', [['【1:0†source】', 'file_a']])]).sources[0]?.name).toBeUndefined();
});

test('splitMarkers splits at citations and removes the space before them', () => {
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

test('splitMarkers keeps brackets that are no markers as text', () => {
  const other = 'As 【it】 stands 【12】, at [12:30] and [1]';
  expect(splitMarkers(other, byMarker, false)).toEqual([other]);
});

test('splitMarkers omits markers without an annotation, as copied text does', () => {
  expect(splitMarkers('As 【1:0†it】 stands [2†so].', byMarker, false)).toEqual(['As', ' stands', '.']);
  expect(numberMarkers('As 【1:0†it】 stands.', byMarker)).toBe('As stands.');
});

test('splitMarkers finds the markers that models write in other forms', () => {
  const annotated = ['【1234:0】', '【1234】', '【 1234:0 †a.md】', '[1234:0†a.md]'];
  const found = collectCitations([
    textWith(
      '',
      annotated.map((marker) => [marker, 'file_a']),
    ),
  ]);
  for (const marker of annotated) {
    expect(splitMarkers(`Paid ${marker}.`, found.byMarker, false)).toHaveLength(3);
    expect(numberMarkers(`Paid ${marker}.`, found.byMarker)).toBe('Paid [1].');
  }
});

test('splitMarkers omits markers without an annotation while streaming', () => {
  expect(splitMarkers('Paid 【4:9†ha', byMarker, true)).toEqual(['Paid ']);
  expect(splitMarkers('Paid 【4:9†hand.md】', byMarker, true)).toEqual(['Paid']);
});

test('copied text has numbers in place of markers', () => {
  expect(numberMarkers(text, byMarker)).toBe('Paid back [1]. Free [2], mostly [1].');
});

describe('citations of unknown types', () => {
  const cited = (...annotations: readonly object[]) =>
    collectCitations([{ type: 'text', text: { value: '', annotations: annotations as Annotation[] } }]);

  test('a url_citation becomes a source named by its title', () => {
    const page = { title: 'Opening hours', url: 'https://example.com/hours' };
    const found = cited({ type: 'url_citation', text: '【3:0†source】', url_citation: page });
    expect(found.sources).toEqual([{ number: 1, id: 'https://example.com/hours', name: 'Opening hours' }]);
    expect(splitMarkers('Open 【3:0†source】.', found.byMarker, false)).toHaveLength(3);
  });

  test('nested and flat citations of one page are one source', () => {
    const found = cited(
      { type: 'url_citation', text: '【3:0†source】', url_citation: { url: 'https://example.com/a' } },
      { type: 'url_citation', text: '【3:1†source】', url: 'https://example.com/a', title: 'A' },
    );
    expect(found.sources).toEqual([
      { number: 1, id: 'https://example.com/a', name: 'https://example.com/a' },
    ]);
  });

  test('a citation without a marker is listed, one without a name is omitted', () => {
    const found = cited(
      { type: 'container_file_citation', text: '', filename: 'plot.csv', file_id: 'cfile_1' },
      { type: 'mystery', text: '【1:0†x】' },
      { type: 'mystery', text: '【1:1†x】', mystery: null },
    );
    expect(found.sources).toEqual([{ number: 1, id: 'cfile_1', name: 'plot.csv' }]);
    expect(found.byMarker.size).toBe(0);
  });
});
