import type { FileSearchToolCall } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { citationsOf, createCitationScanner, markerOf } from './citation.ts';

const notes = { file_id: 'file-notes', file_name: 'notes.txt', score: 1 };
const plan = { file_id: 'file-plan', file_name: 'plan [v2]\n【draft】.md', score: 0.5 };
const call: FileSearchToolCall = {
  id: 'call_1',
  type: 'file_search',
  file_search: { results: [notes, plan] },
};
const citations = citationsOf([{ step_details: { type: 'tool_calls', tool_calls: [call] } }]);
const marker = markerOf(call, 0, notes);
const number = marker.slice(1, 5);

function annotationsIn(pieces: readonly string[]) {
  const scanner = createCitationScanner(citations);
  return pieces.flatMap((piece) => scanner.add(piece));
}

describe('markerOf', () => {
  it('names the call, the passage and the file', () => {
    expect(marker).toMatch(/^【\d{4}:0†notes\.txt】$/);
  });

  it('leaves out what would end a marker', () => {
    expect(markerOf(call, 1, plan)).toBe(`【${number}:1†plan  v2 draft .md】`);
  });
});

describe('createCitationScanner', () => {
  it('annotates a marker with its place in UTF-16 units', () => {
    const text = `Tea 🍵 is green. ${marker} Yes.`;
    const [annotation, ...others] = annotationsIn([text]);
    expect(others).toEqual([]);
    expect(annotation).toMatchObject({
      type: 'file_citation',
      text: marker,
      file_citation: { file_id: 'file-notes' },
    });
    expect(text.slice(annotation?.start_index, annotation?.end_index)).toBe(marker);
  });

  it('finds a marker wherever the pieces are cut, and each one once', () => {
    const text = `A [b] 【c ${marker}, and ${markerOf(call, 1, plan)}${marker}.`;
    const whole = annotationsIn([text]);
    expect(whole).toHaveLength(3);
    for (let size = 1; size < text.length; size += 1) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      expect(annotationsIn(pieces)).toEqual(whole);
    }
  });

  it.each([
    `【${number}:0】`,
    `【${number}:0†source】`,
    `【 ${number} : 0 †notes.txt 】`,
    `【${number}:0†notes.txt†L1-L9】`,
    `【${number}:0, ${number}:1】`,
    `【${number}†notes.txt】`,
    `【${number}:7†notes.txt】`,
    `[${number}:0†notes.txt]`,
    `[${number}†notes.txt]`,
  ])('reads %s as a citation', (text) => {
    expect(annotationsIn([`It is. ${text}`])).toEqual([
      expect.objectContaining({ text, start_index: 7, file_citation: { file_id: 'file-notes' } }),
    ]);
  });

  it.each([
    `【${number}:7†other.txt】`,
    `【${number}†other.txt】`,
    '【12:0†notes.txt】',
    `[${number}:0]`,
    `【${number}0:0†notes.txt】`,
    '【第一章】',
    `【${number}:0†${'x'.repeat(500)}】`,
  ])('does not annotate %s', (text) => {
    expect(annotationsIn([text])).toEqual([]);
  });

  it('cites the file that a marker names, also when another search has the same number', () => {
    const searchOf = (id: string, name: string): FileSearchToolCall => ({
      id,
      type: 'file_search',
      file_search: { results: [{ file_id: `file-${name}`, file_name: name, score: 1 }] },
    });
    const early = searchOf('call_0', 'early.txt');
    const numberIn = ({ id }: FileSearchToolCall) =>
      markerOf({ ...early, id }, 0, { file_id: '', file_name: '', score: 1 });
    let late = early;
    for (let at = 1; late === early || numberIn(late) !== numberIn(early); at += 1) {
      late = searchOf(`call_${at}`, 'late.txt');
    }
    const scanner = createCitationScanner(
      citationsOf([{ step_details: { type: 'tool_calls', tool_calls: [early, late] } }]),
    );
    const sameNumber = markerOf(early, 0, { file_id: '', file_name: 'early.txt', score: 1 });
    expect(scanner.add(`${sameNumber}${sameNumber.replace('early', 'late')}`)).toMatchObject([
      { file_citation: { file_id: 'file-early.txt' } },
      { file_citation: { file_id: 'file-late.txt' } },
    ]);
  });

  it('a file whose name is only brackets is not named by every marker', () => {
    const bare: FileSearchToolCall = {
      id: 'call_1',
      type: 'file_search',
      file_search: { results: [{ file_id: 'file-bare', file_name: '[]', score: 1 }] },
    };
    const scanner = createCitationScanner(
      citationsOf([{ step_details: { type: 'tool_calls', tool_calls: [bare] } }]),
    );
    expect(scanner.add(`【${number}†other.txt】`)).toEqual([]);
  });

  it('reads a long text of openings that are never closed in linear time', () => {
    expect(annotationsIn(Array.from({ length: 2000 }, () => `【${number}:0†[${number}`))).toEqual([]);
  });
});
