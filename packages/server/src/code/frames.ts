/** A message between the server and an interpreter: lengths of both parts as 32-bit numbers, big end first, then JSON, then bytes. */
export interface Frame {
  /** An object, otherwise unchecked. */
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Uint8Array;
}

export interface FrameLimits {
  readonly headerBytes: number;
  readonly payloadBytes: number;
}

const LENGTHS_BYTES = 8;

const view = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

export function encodeFrame(
  header: Readonly<Record<string, unknown>>,
  payload: Uint8Array = new Uint8Array(),
): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.alloc(LENGTHS_BYTES);
  lengths.writeUInt32BE(json.length, 0);
  lengths.writeUInt32BE(payload.length, 4);
  return Buffer.concat([lengths, json, payload]);
}

/**
 * Splits a stream into frames, and buffers no more than the limits allow. Throws at a frame that is longer, or whose header is no JSON object; what
 * follows it cannot be read.
 */
export function createFrameReader(limits: FrameLimits): (chunk: Uint8Array) => Frame[] {
  let chunks: Uint8Array[] = [];
  let buffered = 0;
  let needed = LENGTHS_BYTES;

  const takeFrame = (): Frame | undefined => {
    if (buffered < needed) return undefined;
    // Joined only when a frame, or its lengths, are complete: the time is linear in the bytes.
    const all = chunks.length === 1 && chunks[0] ? view(chunks[0]) : Buffer.concat(chunks, buffered);
    chunks = [all];
    const headerBytes = all.readUInt32BE(0);
    const payloadBytes = all.readUInt32BE(4);
    if (headerBytes > limits.headerBytes || payloadBytes > limits.payloadBytes) {
      throw new RangeError(`a message of ${headerBytes} and ${payloadBytes} bytes is too long`);
    }
    needed = LENGTHS_BYTES + headerBytes + payloadBytes;
    if (buffered < needed) return undefined;
    const header: unknown = JSON.parse(all.toString('utf8', LENGTHS_BYTES, LENGTHS_BYTES + headerBytes));
    if (typeof header !== 'object' || header === null || Array.isArray(header)) {
      throw new TypeError('a message has no object as its header');
    }
    const payload = new Uint8Array(all.subarray(LENGTHS_BYTES + headerBytes, needed));
    chunks = [all.subarray(needed)];
    buffered -= needed;
    needed = LENGTHS_BYTES;
    return { header: header as Frame['header'], payload };
  };

  return (chunk) => {
    chunks.push(chunk);
    buffered += chunk.length;
    const frames: Frame[] = [];
    for (let frame = takeFrame(); frame; frame = takeFrame()) frames.push(frame);
    return frames;
  };
}
