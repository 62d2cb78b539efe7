import { detectImageType } from '../shared/image-type.ts';

const WIDTH_AT = 16;
const HEADER_BYTES = 24;

/** The number of pixels that a PNG declares, or undefined for other bytes. A few bytes can declare more pixels than a page or a model can hold. */
export function pngPixels(bytes: Uint8Array): number | undefined {
  if (bytes.length < HEADER_BYTES || detectImageType(bytes) !== 'image/png') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(WIDTH_AT) * view.getUint32(WIDTH_AT + 4);
}
