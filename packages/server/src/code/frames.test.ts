import { expect, test } from 'vitest';
import { createFrameReader, encodeFrame } from './frames.ts';

const limits = { headerBytes: 100, payloadBytes: 10 };
const bytes = (...values: number[]) => new Uint8Array(values);

test('frames are read from a stream that is cut at any byte', () => {
  const stream = Buffer.concat([
    encodeFrame({ event: 'a' }, bytes(1, 2, 3)),
    encodeFrame({ event: 'é' }),
    encodeFrame({ event: 'b' }, bytes(0)),
  ]);
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const read = createFrameReader(limits);
    const frames = [...read(stream.subarray(0, cut)), ...read(stream.subarray(cut))];
    expect(frames).toEqual([
      { header: { event: 'a' }, payload: bytes(1, 2, 3) },
      { header: { event: 'é' }, payload: bytes() },
      { header: { event: 'b' }, payload: bytes(0) },
    ]);
  }
});

test('a frame whose lengths exceed the limits is refused before its content has come', () => {
  const long = encodeFrame({ event: 'a' }, new Uint8Array(11)).subarray(0, 8);
  expect(() => createFrameReader(limits)(long)).toThrow(/too long/);
  const longHeader = encodeFrame({ event: 'x'.repeat(200) }).subarray(0, 8);
  expect(() => createFrameReader(limits)(longHeader)).toThrow(/too long/);
});

test.each(['[]', 'null', '1', 'x'])('a frame with the header %s is refused', (json) => {
  const frame = Buffer.concat([Buffer.from([0, 0, 0, json.length, 0, 0, 0, 0]), Buffer.from(json)]);
  expect(() => createFrameReader(limits)(frame)).toThrow();
});
