import { describe, expect, it } from 'vitest';
import type { ContentSegment, IngestOutcome } from '../storage/vector-store-storage.ts';
import { hashTerm } from './hash-term.ts';
import { type IngestInput, ingestFile, MAX_FILE_TOKENS } from './ingest-file.ts';
import { readKeywordSegment } from './keyword-segment.ts';

interface Ingested {
  readonly segments: readonly ContentSegment[];
  readonly outcome: IngestOutcome;
  readonly pauses: number;
}

async function ingest(text: string, options: Partial<IngestInput> = {}): Promise<Ingested> {
  const segments: ContentSegment[] = [];
  let pauses = 0;
  const ingestion = ingestFile({
    filename: 'a.txt',
    content: new Blob([text]).stream(),
    sizes: { maxTokens: 100, overlapTokens: 50 },
    waitForLoop: async () => {
      pauses += 1;
    },
    ...options,
  });
  for (;;) {
    const { done, value } = await ingestion.next();
    if (done) return { segments, outcome: value, pauses };
    segments.push(value);
  }
}

const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Line ${at} has the word number${at} and some others.`).join('\n');

describe('the ingest of a file', () => {
  it('cuts a short file into one chunk with an index', async () => {
    const { segments, outcome } = await ingest('  A short text. ');
    expect(segments).toMatchObject([
      { number: 0, firstChunk: 0, chunks: [{ start: 2, text: 'A short text.' }] },
    ]);
    const [index] = segments.map((segment) => segment.index);
    expect(outcome).toEqual({ status: 'completed', usageBytes: 13 + (index?.byteLength ?? 0) });
  });

  it('cuts a long file into segments whose indexes have exactly their chunks', async () => {
    const text = lines(4000);
    const { segments, outcome } = await ingest(text);
    expect(outcome.status).toBe('completed');
    expect(segments.length).toBeGreaterThan(4);
    let chunks = 0;
    for (const [number, segment] of segments.entries()) {
      expect(segment).toMatchObject({ number, firstChunk: chunks });
      chunks += segment.chunks.length;
      if (number < segments.length - 1) expect(segment.chunks).toHaveLength(128);
      const index = readKeywordSegment(segment.index);
      expect(index.size).toBe(segment.chunks.length);
      for (const [at, chunk] of segment.chunks.entries()) {
        expect(text.startsWith(chunk.text, chunk.start)).toBe(true);
        const [word = ''] = /number\d+/.exec(chunk.text) ?? [];
        const found: number[] = [];
        index.visitPostings(hashTerm(word), (one) => found.push(one));
        expect(found).toContain(at);
      }
    }
  });

  it('counts the bytes of text and indexes', async () => {
    const { segments, outcome } = await ingest('größe\n'.repeat(200));
    const bytes = segments.flatMap(({ chunks, index }) => [
      index.byteLength,
      ...chunks.map((chunk) => Buffer.byteLength(chunk.text)),
    ]);
    expect(outcome).toEqual({ status: 'completed', usageBytes: bytes.reduce((sum, one) => sum + one, 0) });
  });

  it('takes the text of HTML', async () => {
    const { segments } = await ingest('<p>one<script>two</script><p>three', { filename: 'a.html' });
    expect(segments[0]?.chunks).toEqual([{ start: 0, text: 'one\nthree' }]);
  });

  it('cuts chunks by the given tokenizer', async () => {
    const countTokens = (text: string): number => text.split(/\s+/).filter(Boolean).length;
    const sizes = { maxTokens: 18, overlapTokens: 0 };
    const { segments } = await ingest(lines(6), { countTokens, sizes });
    expect(segments[0]?.chunks.map(({ text }) => text.split('\n').length)).toEqual([2, 2, 2]);
  });

  it('ends a segment before its index gets too large', async () => {
    const sizes = { maxTokens: 4096, overlapTokens: 0 };
    const { segments } = await ingest('文字'.repeat(200_000), { sizes });
    expect(segments.length).toBeGreaterThan(5);
    for (const { chunks } of segments) expect(chunks.length).toBeLessThan(32);
  });

  it.each([
    ['white space', ' \n\t'.repeat(10_000), {}, 'invalid_file', /no text/],
    ['nothing', '', {}, 'invalid_file', /no text/],
    ['HTML without text', '<script>x</script>', { filename: 'a.html' }, 'invalid_file', /no text/],
    ['a binary file', 'a\0b', {}, 'unsupported_file', /Convert it to text/],
    [
      'a file with too many tokens',
      'x\n'.repeat(20),
      { countTokens: () => MAX_FILE_TOKENS / 19 },
      'invalid_file',
      /more than 5000000 tokens\. Split it/,
    ],
  ])('%s fails with the reason', async (_, text, options, code, message) => {
    const { segments, outcome } = await ingest(text, options);
    expect(outcome).toEqual({ status: 'failed', error: { code, message: expect.stringMatching(message) } });
    expect(segments).toEqual([]);
  });

  it('rejects when the content breaks off', async () => {
    const content = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('The file was deleted.'));
      },
    });
    await expect(ingest('', { content })).rejects.toThrow('The file was deleted.');
  });

  it.each([
    ['text', lines(20_000)],
    ['white space', '\n'.repeat(1_000_000)],
    ['one line', 'x'.repeat(1_000_000)],
  ])('pauses while it processes much of %s', async (_, text) => {
    const { pauses } = await ingest(text);
    expect(pauses).toBeGreaterThan(text.length / 100_000);
  });
});
