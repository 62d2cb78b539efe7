import { expect, test } from 'vitest';
import { createLogCapture } from './log-capture.ts';

const mark = Buffer.from('\u{1}mark\u{2}');
const capture = (limitBytes: number, onText?: (text: string) => void) =>
  createLogCapture({ limitBytes, mark, onText });

test('what is printed before the end mark is the log, wherever the stream is cut', () => {
  const stream = Buffer.concat([Buffer.from('häuser \u{1}ma no mark\n'), mark, Buffer.from('after')]);
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const logs = capture(100);
    logs.add(stream.subarray(0, cut));
    logs.add(stream.subarray(cut));
    expect(logs.read()).toBe('häuser \u{1}ma no mark\n');
    expect(logs.isMarked).toBe(true);
  }
});

test('a log without its end mark has all that was printed', () => {
  const logs = capture(100);
  logs.add(Buffer.from('half a \u{1}ma'));
  expect(logs.read()).toBe('half a \u{1}ma');
  expect(logs.isMarked).toBe(false);
});

test('a log that is too long keeps its beginning and its end, and says how much is left out', () => {
  const logs = capture(100);
  for (let line = 0; line < 10_000; line += 1) logs.add(Buffer.from(`${line}\n`));
  const text = logs.read();
  expect(text).toMatch(/^0\n1\n/);
  expect(text).toMatch(/\[The output is too long: 48,790 bytes in the middle are left out\.\]/);
  expect(text).toMatch(/9998\n9999\n$/);
  expect(logs.totalBytes).toBe(48_890);
});

test('no character is cut where the middle is left out', () => {
  for (let shift = 0; shift < 4; shift += 1) {
    const logs = capture(40);
    logs.add(Buffer.from(`${'x'.repeat(shift)}${'€'.repeat(100)}`));
    expect(logs.read()).not.toContain('\u{FFFD}');
  }
});

test('text is reported as it comes, in whole characters, up to the beginning that is kept', () => {
  const texts: string[] = [];
  const logs = capture(8, (text) => texts.push(text));
  const euro = Buffer.from('€');
  logs.add(euro.subarray(0, 1));
  logs.add(euro.subarray(1));
  logs.add(Buffer.from('abcdefgh'));
  expect(texts).toEqual(['€', 'abc']);
});

test('NUL characters are replaced', () => {
  const logs = capture(100);
  logs.add(Buffer.from('a\0b'));
  expect(logs.read()).toBe('a\u{FFFD}b');
});
