import { inChunks } from '../shared/byte-stream.ts';

/** How much of the beginning tells the encoding of a text without a byte order mark. */
const SAMPLE_BYTES = 4096;
/** Decoded before a pause. */
const SLICE_BYTES = 2 ** 18;
/** Of the high bytes of a UTF-16 text in an alphabet, most are zero; of its low bytes, hardly any. */
const MANY = 0.4;
const FEW = 0.05;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** `binary`: invalid sequences, or zero bytes, which no text has. `too_long`: it was not read to its end. */
export type DecodedText = { readonly text: string } | { readonly problem: 'binary' | 'too_long' };

/**
 * The text of bytes in UTF-8 or UTF-16, with or without a byte order mark. Rejects when the stream does.
 *
 * @param maxChars In UTF-16 units.
 * @param pause Awaited after each slice.
 */
export async function decodeText(
  content: ReadableStream<Uint8Array>,
  maxChars: number,
  pause: () => Promise<void>,
): Promise<DecodedText> {
  const parts: string[] = [];
  let chars = 0;
  let decoder: TextDecoder | undefined;
  for await (const bytes of inChunks(content, SLICE_BYTES)) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    const part = decodePart(decoder, bytes);
    if (part === undefined) return { problem: 'binary' };
    parts.push(part);
    chars += part.length;
    if (chars > maxChars) return { problem: 'too_long' };
    await pause();
  }
  const rest = decoder ? decodePart(decoder) : '';
  return rest === undefined ? { problem: 'binary' } : { text: parts.join('') + rest };
}

/** Without bytes, the end. */
function decodePart(decoder: TextDecoder, bytes?: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes, { stream: bytes !== undefined });
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const even = zeroShare(sample, 0);
  const odd = zeroShare(sample, 1);
  if (odd > MANY && even < FEW) return 'utf-16le';
  if (even > MANY && odd < FEW) return 'utf-16be';
  return 'utf-8';
}

/** The share of zeros among the bytes at even (`first` 0) or odd places. */
function zeroShare(bytes: Uint8Array, first: 0 | 1): number {
  let zeros = 0;
  for (let at = first; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros / Math.max(1, bytes.length / 2);
}
