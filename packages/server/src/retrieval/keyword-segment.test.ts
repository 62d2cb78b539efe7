import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashTerm } from './hash-term.ts';
import {
  buildKeywordSegment,
  countOf,
  followerBits,
  MAX_SEGMENT_CHUNKS,
  MAX_SEGMENT_TERMS,
  readKeywordSegment,
} from './keyword-segment.ts';

const TERMS = ['a', 'run', 'status', 'thread', '契約', '', '\0', 'x'.repeat(64)];

/** The postings of a term, as a reader finds them. */
function postingsOf(bytes: Uint8Array, term: string): [number, number][] {
  const found: [number, number][] = [];
  readKeywordSegment(bytes).visitPostings(hashTerm(term), (chunk, entry) => found.push([chunk, entry]));
  return found;
}

/** The same from the terms of the chunks. */
function expectedPostings(chunks: readonly (readonly string[])[], term: string): [number, number][] {
  return chunks.flatMap((terms, chunk): [number, number][] => {
    const places = terms.flatMap((one, at) => (one === term ? [at] : []));
    if (places.length === 0) return [];
    const followers = places.flatMap((at) => {
      const next = terms[at + 1];
      return next === undefined ? [] : [followerBits(hashTerm(next))];
    });
    const entry = followers.reduce((bits, bit) => bits | bit, Math.min(255, places.length));
    return [[chunk, entry >>> 0]];
  });
}

const anyChunks = fc.array(fc.array(fc.constantFrom(...TERMS), { maxLength: 30 }), { maxLength: 12 });

describe('the index of a segment', () => {
  it('has the postings of every term, the lengths of all chunks, and nothing else', () => {
    fc.assert(
      fc.property(anyChunks, (chunks) => {
        const bytes = buildKeywordSegment(chunks);
        const segment = readKeywordSegment(bytes);
        expect(segment.size).toBe(chunks.length);
        expect(chunks.map((_, chunk) => segment.lengthOf(chunk))).toEqual(chunks.map(({ length }) => length));
        for (const term of [...TERMS, 'absent']) {
          expect(postingsOf(bytes, term)).toEqual(expectedPostings(chunks, term));
        }
      }),
    );
  });

  it('counts a term up to 255 times in a chunk', () => {
    const bytes = buildKeywordSegment([Array.from({ length: 1000 }, () => 'often')]);
    expect(postingsOf(bytes, 'often').map(([, entry]) => countOf(entry))).toEqual([255]);
  });

  it('gives a pair of neighbors the same bits, whatever was indexed before', () => {
    const [postings] = postingsOf(buildKeywordSegment([['run', 'status']]), 'run');
    const [, after] = postingsOf(
      buildKeywordSegment([
        ['status', 'run', 'x'],
        ['run', 'status'],
      ]),
      'run',
    );
    expect(after?.[1]).toBe(postings?.[1]);
  });

  it('has at most as many chunks and terms as its numbers have bits for', () => {
    const full = Array.from({ length: MAX_SEGMENT_CHUNKS }, (_, chunk) => ['all', `only${chunk}`]);
    const bytes = buildKeywordSegment(full);
    expect(postingsOf(bytes, 'all')).toHaveLength(MAX_SEGMENT_CHUNKS);
    expect(postingsOf(bytes, 'only255')).toEqual([[255, 1]]);
    expect(() => buildKeywordSegment([...full, []])).toThrow(/at most 256 chunks/);
    const long = Array.from({ length: MAX_SEGMENT_TERMS }, () => 'a');
    expect(() => buildKeywordSegment([long, ['b']])).toThrow(/at most 256 chunks and 2097152 terms/);
  });

  it('is read from the middle of a buffer, at any place', () => {
    const bytes = buildKeywordSegment([['run', 'status'], ['run']]);
    for (const offset of [0, 1, 2, 3]) {
      const moved = new Uint8Array(bytes.length + 8).subarray(offset, offset + bytes.length);
      moved.set(bytes);
      expect(postingsOf(moved, 'run')).toEqual(postingsOf(bytes, 'run'));
    }
  });

  it('has the bytes of version 1, which later releases read', () => {
    expect(Buffer.from(buildKeywordSegment([['run', 'status'], ['run']])).toString('base64')).toBe(
      'VEtJAQIAAAACAAAAAwAAAAIAAAABAAAA8WTOL/hmFtcBAAAAAwAAAAEAAAABgAIAAQAAAAAAAQ==',
    );
  });

  it('bytes of another version, and other bytes, are refused with what to do', () => {
    const bytes = buildKeywordSegment([['run']]);
    const later = bytes.with(3, 2);
    expect(() => readKeywordSegment(later)).toThrow(
      /has version 2, and this release reads version 1\. Add the file/,
    );
    expect(() => readKeywordSegment(new Uint8Array(40))).toThrow(/does not begin as one/);
  });

  it('bytes that are cut off, or longer, are refused', () => {
    const bytes = buildKeywordSegment([['run', 'status'], ['run']]);
    for (let end = 0; end < bytes.length; end += 1) {
      expect(() => readKeywordSegment(bytes.subarray(0, end))).toThrow(/unreadable/);
    }
    expect(() => readKeywordSegment(Uint8Array.from([...bytes, 0]))).toThrow(/unreadable/);
  });

  it('damaged bytes never give a chunk that the segment does not have', () => {
    const chunks = [['run', 'status', 'run'], ['run'], ['thread', 'run', 'a']];
    const bytes = buildKeywordSegment(chunks);
    const anyDamage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyDamage, (damage) => {
        const damaged = damage.reduce((all, [at, value]) => all.with(at, value), bytes);
        try {
          const segment = readKeywordSegment(damaged);
          for (const term of TERMS) {
            segment.visitPostings(hashTerm(term), (chunk) => segment.lengthOf(chunk));
          }
        } catch (error) {
          expect(String(error)).toMatch(/stored search index of a file is unreadable/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
