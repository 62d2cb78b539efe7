import type { Annotation } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { type AnnotatedPiece, createAnnotatedText } from './annotated-text.ts';
import type { AnnotatedFile, ProviderAnnotation } from './read-annotation.ts';

const FILE: AnnotatedFile = { type: 'file_citation', fileId: 'file_a', fileName: 'a.pdf' };
const cites = (at: number): ProviderAnnotation => ({ type: 'point', of: FILE, at });
const links = (start: number, end: number): ProviderAnnotation => ({
  type: 'range',
  of: { ...FILE, type: 'file_path' },
  start,
  end,
});

/** The text and annotations of a part, after which every annotation covers its text. */
function play(takesMarkers: boolean, ...steps: readonly (string | ProviderAnnotation)[]) {
  let count = 0;
  const newMarker = () => `【0:${count++}†a.pdf】`;
  const annotated = createAnnotatedText(takesMarkers ? newMarker : undefined);
  let text = '';
  const annotations: Annotation[] = [];
  const take = (pieces: Iterable<AnnotatedPiece>) => {
    for (const piece of pieces) {
      if (piece.type === 'text') text += piece.text;
      else {
        const { annotation } = piece;
        expect(text.slice(annotation.start_index, annotation.end_index)).toBe(annotation.text);
        annotations.push(annotation);
      }
    }
  };
  for (const step of steps) take(typeof step === 'string' ? annotated.add(step) : annotated.annotate(step));
  take(annotated.end());
  return { text, annotations };
}

describe('createAnnotatedText', () => {
  it('a citation puts its marker at its point, and covers it', () => {
    const { text, annotations } = play(true, 'Paid ', cites(5), '.');
    expect(text).toBe('Paid 【0:0†a.pdf】.');
    expect(annotations).toEqual([
      {
        type: 'file_citation',
        text: '【0:0†a.pdf】',
        start_index: 5,
        end_index: 16,
        file_citation: { file_id: 'file_a' },
      },
    ]);
  });

  it('a citation that arrives before its text waits for it', () => {
    expect(play(true, 'Pa', cites(4), 'id back.').text).toBe('Paid【0:0†a.pdf】 back.');
  });

  it('several citations of one point follow each other', () => {
    expect(play(true, 'Paid', cites(4), cites(4), '.').text).toBe('Paid【0:0†a.pdf】【0:1†a.pdf】.');
  });

  it('offsets of the provider are code points, those of annotations UTF-16', () => {
    const { text, annotations } = play(true, '👍🏽 é Paid', cites(9), '. 👍 path', links(13, 17));
    expect(text).toBe('👍🏽 é Paid【0:0†a.pdf】. 👍 path');
    expect(annotations.map(({ text: covered }) => covered)).toEqual(['【0:0†a.pdf】', 'path']);
  });

  it('a pair of UTF-16 units that arrives in two pieces is one character', () => {
    const [high = '', low = ''] = '👍'.split('');
    const { annotations } = play(false, high, cites(2), `${low}a`, links(1, 2));
    expect(annotations.map(({ start_index: start, text }) => [start, text])).toEqual([
      [3, ''],
      [2, 'a'],
    ]);
  });

  it('a citation that arrives after more text covers nothing, at its point', () => {
    const { text, annotations } = play(true, 'Paid back.', cites(4));
    expect(text).toBe('Paid back.');
    expect(annotations).toMatchObject([{ text: '', start_index: 4, end_index: 4 }]);
  });

  it('no marker is put into a text that takes none', () => {
    const { text, annotations } = play(false, '{"paid":', cites(8), 'true}');
    expect(text).toBe('{"paid":true}');
    expect(annotations).toMatchObject([{ text: '', start_index: 8, end_index: 8 }]);
  });

  it('an offset beyond the text is its end', () => {
    const { text } = play(true, 'Paid', cites(Number.MAX_SAFE_INTEGER), links(2, 99), ' back');
    expect(text).toBe('Paid back【0:0†a.pdf】');
  });

  it('a range over a marker covers the marker', () => {
    const { annotations } = play(true, 'ab', cites(2), 'cd', links(1, 3));
    expect(annotations[1]?.text).toBe('b【0:0†a.pdf】c');
  });

  it('a range behind the last marker that reaches beyond the text is empty', () => {
    expect(play(true, 'a', links(1, 2), cites(1)).annotations).toMatchObject([
      { text: '【0:0†a.pdf】' },
      { text: '' },
    ]);
  });

  it('an annotation before the first word follows it', () => {
    const annotated = createAnnotatedText(undefined);
    const pieces = [
      ...annotated.annotate(cites(0)),
      ...annotated.annotate(links(0, 1)),
      ...annotated.add(' a'),
    ];
    expect([...pieces, ...annotated.end()].map(({ type }) => type)).toEqual([
      'text',
      'annotation',
      'annotation',
    ]);
  });

  it('annotations beyond the limit are left out', () => {
    const many = Array.from({ length: 600 }, () => links(0, 1));
    expect(play(true, 'ab', ...many).annotations).toHaveLength(500);
  });
});
