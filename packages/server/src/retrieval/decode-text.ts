/** How much of the beginning tells the encoding of a text without a byte order mark. */
const SAMPLE_BYTES = 4096;
/** Of the high bytes of a UTF-16 text in an alphabet, most are zero; of its low bytes, hardly any. */
const MANY = 0.4;
const FEW = 0.05;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The text of bytes in UTF-8 or UTF-16, with or without a byte order mark. Undefined for anything else: invalid sequences, and
 * zero bytes, which no text has.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
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
