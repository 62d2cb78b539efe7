/** Vectors of all chunks of a segment, with numbers of 8 bits. */
export interface SegmentVectors {
  /** What has made them; only vectors of the same model are compared. */
  readonly model: string;
  readonly dimensions: number;
  /** Of chunks. */
  readonly size: number;
  /** The numbers of all vectors, one vector after the other. */
  readonly values: Int8Array;
  /** 1 divided by the length of a vector of these numbers; 0 for one of zeros. */
  scaleOf(chunk: number): number;
}

/** The parts of the index of a segment. */
export interface SegmentIndex {
  /** As `readKeywordSegment` reads it. */
  readonly keywords: Uint8Array;
  /** Undefined when the chunks are not embedded. */
  readonly vectors: SegmentVectors | undefined;
}

const SIGNATURE = 0x56_4b_54;
const VERSION = 1;
const HEADER_BYTES = 20;

/**
 * The index of a segment with vectors, around its keywords. All numbers are little-endian:
 *
 * - 4 bytes "TKV" and the version; the bytes of the name of the model, the dimensions, the number of chunks and the bytes of the
 *   keywords, 32 bits each;
 * - the name of the model in UTF-8;
 * - for each chunk, 1 divided by the length of its vector, a float of 32 bits;
 * - for each chunk, the numbers of its vector, 8 bits with a sign;
 * - the keywords.
 *
 * A number has 8 bits, relative to the largest of its vector: cosines change by about 0.001, and take a quarter of the memory.
 *
 * @param vectors One for each chunk, of equal dimensions.
 */
export function withVectors(
  keywords: Uint8Array,
  model: string,
  vectors: readonly Float32Array[],
): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(model);
  const dimensions = vectors[0]?.length ?? 0;
  const parts = partsOf(name.byteLength, dimensions, vectors.length, keywords.byteLength);
  const bytes = new Uint8Array(parts.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, SIGNATURE | (VERSION << 24), true);
  const numbers = [name.byteLength, dimensions, vectors.length, keywords.byteLength];
  for (const [index, number] of numbers.entries()) view.setUint32(4 + 4 * index, number, true);
  bytes.set(name, HEADER_BYTES);
  const values = new Int8Array(bytes.buffer, parts.values, dimensions * vectors.length);
  for (const [chunk, vector] of vectors.entries()) {
    const scale = quantize(vector, values.subarray(dimensions * chunk, dimensions * (chunk + 1)));
    view.setFloat32(parts.scales + 4 * chunk, scale, true);
  }
  bytes.set(keywords, parts.keywords);
  return bytes;
}

/**
 * Keywords alone are an index too: that of chunks without vectors.
 *
 * @throws When the bytes are of another version, or cut off. Those of keywords are not checked.
 */
export function readSegmentIndex(bytes: Uint8Array): SegmentIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES || (view.getUint32(0, true) & 0xff_ff_ff) !== SIGNATURE) {
    return { keywords: bytes, vectors: undefined };
  }
  const version = view.getUint8(3);
  if (version !== VERSION) {
    throw unreadable(`They have version ${version}, and this release reads version ${VERSION}.`);
  }
  const read = (index: number): number => view.getUint32(4 + 4 * index, true);
  const [nameBytes, dimensions, size, keywordBytes] = [read(0), read(1), read(2), read(3)];
  const parts = partsOf(nameBytes, dimensions, size, keywordBytes);
  if (bytes.byteLength !== parts.byteLength) {
    throw unreadable(`They have ${bytes.byteLength} bytes instead of ${parts.byteLength}.`);
  }
  return {
    keywords: bytes.subarray(parts.keywords),
    vectors: {
      model: new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + nameBytes)),
      dimensions,
      size,
      values: new Int8Array(bytes.buffer, bytes.byteOffset + parts.values, dimensions * size),
      scaleOf: (chunk) => view.getFloat32(parts.scales + 4 * chunk, true),
    },
  };
}

/** Writes the direction of a vector in numbers of -127 to 127. Returns 1 divided by the length of what was written. */
function quantize(vector: Float32Array, into: Int8Array): number {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return 0;
  let squares = 0;
  for (const [index, value] of vector.entries()) {
    const rounded = Math.round((value / largest) * 127);
    into[index] = rounded;
    squares += rounded * rounded;
  }
  return 1 / Math.sqrt(squares);
}

function partsOf(nameBytes: number, dimensions: number, chunks: number, keywordBytes: number) {
  const scales = HEADER_BYTES + nameBytes;
  const values = scales + 4 * chunks;
  const keywords = values + dimensions * chunks;
  return { scales, values, keywords, byteLength: keywords + keywordBytes };
}

function unreadable(why: string): Error {
  return new Error(
    `The stored vectors of a file are unreadable. ${why} Add the file to its vector store again, so that it is embedded again.`,
  );
}
