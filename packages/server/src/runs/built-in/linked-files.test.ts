import { describe, expect, it } from 'vitest';
import { createLinkScanner, linkedFilesOf } from './linked-files.ts';

const code = (...files: { path: string; file_id: string }[]) => ({
  step_details: {
    type: 'tool_calls' as const,
    tool_calls: [
      {
        id: 'call_1',
        type: 'code_interpreter' as const,
        code_interpreter: { input: '', outputs: [], files },
      },
    ],
  },
});

const files = linkedFilesOf([
  code({ path: '/mnt/data/a.csv', file_id: 'file-old' }, { path: '/mnt/data/a.csv.gz', file_id: 'file-gz' }),
  code({ path: '/mnt/data/a.csv', file_id: 'file-a' }, { path: '/mnt/data/my ü.png', file_id: 'file-u' }),
]);

function annotationsIn(text: string, size: number) {
  const scanner = createLinkScanner(files);
  const found = [];
  for (let at = 0; at < text.length; at += size) found.push(...scanner.add(text.slice(at, at + size)));
  return [...found, ...scanner.end()];
}

describe('createLinkScanner', () => {
  it('half of a character in a name is no error', () => {
    expect(linkedFilesOf([code({ path: '/mnt/data/\ud800.csv', file_id: 'file-x' })]).size).toBe(2);
  });

  const text =
    '🍵 [a](sandbox:/mnt/data/a.csv), sandbox:/mnt/data/a.csv.gz, sandbox:/mnt/data/b.csv, (sandbox:/mnt/data/my%20%C3%BC.png) sandbox: sandbox:/mnt/data/a.csv';

  it('annotates the links to files that code has written, with their places', () => {
    const found = annotationsIn(text, text.length);
    expect(
      found.map(({ text: link, ...rest }) => [link, 'file_path' in rest && rest.file_path.file_id]),
    ).toEqual([
      ['sandbox:/mnt/data/a.csv', 'file-a'],
      ['sandbox:/mnt/data/a.csv.gz', 'file-gz'],
      ['sandbox:/mnt/data/my%20%C3%BC.png', 'file-u'],
      ['sandbox:/mnt/data/a.csv', 'file-a'],
    ]);
    for (const { text: link, start_index: start, end_index: end } of found) {
      expect(text.slice(start, end)).toBe(link);
    }
  });

  it('finds the same wherever the pieces are cut', () => {
    const whole = annotationsIn(text, text.length);
    for (let size = 1; size < text.length; size += 1) expect(annotationsIn(text, size)).toEqual(whole);
  });

  it('finds nothing when no code has written a file', () => {
    const scanner = createLinkScanner(new Map());
    expect([...scanner.add('sandbox:/mnt/data/a.csv'), ...scanner.end()]).toEqual([]);
  });
});
