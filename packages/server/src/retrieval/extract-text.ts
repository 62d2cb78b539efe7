import type { VectorStoreFileObject } from '@threadkit/core/api';
import { decodeText } from './decode-text.ts';
import { htmlToText } from './html-to-text.ts';

/** The text of a file, or why it has none. */
export type ExtractedText =
  | { readonly text: string }
  | { readonly error: NonNullable<VectorStoreFileObject['last_error']> };

const HTML_NAME = /\.x?html?$/i;
const HTML_BEGINNING = /^\s*<(?:!doctype html|html[\s>])/i;

/** The text of a file in UTF-8 or UTF-16: of HTML without its tags, of anything else as it is. */
export function extractText(filename: string, bytes: Uint8Array): ExtractedText {
  const decoded = decodeText(bytes);
  if (decoded === undefined) {
    return fail(
      'unsupported_file',
      'The file is no text in UTF-8 or UTF-16. Convert it to text, and upload it again.',
    );
  }
  const isHtml = HTML_NAME.test(filename) || HTML_BEGINNING.test(decoded);
  const text = isHtml ? htmlToText(decoded) : decoded;
  return text.trim() === '' ? fail('invalid_file', 'The file has no text.') : { text };
}

function fail(code: string, message: string): ExtractedText {
  return { error: { code, message } };
}
