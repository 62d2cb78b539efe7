import type { VectorStoreFileObject } from '@threadkit/core/api';
import { decodeText } from './decode-text.ts';
import { htmlToText } from './html-to-text.ts';

/** The text of a file, or why it has none. */
export type ExtractedText =
  | { readonly text: string }
  | { readonly error: NonNullable<VectorStoreFileObject['last_error']> };

export interface ExtractOptions {
  readonly filename: string;
  readonly content: ReadableStream<Uint8Array>;
  /** The longest content that is read, in UTF-16 units. */
  readonly maxChars: number;
  /** Awaited after each slice of work, a few milliseconds. */
  readonly pause: () => Promise<void>;
}

const HTML_NAME = /\.x?html?$/i;
const HTML_BEGINNING = /^\s*<(?:!doctype html|html[\s>])/i;
/** How much of a text may tell that it is HTML. */
const BEGINNING_CHARS = 1024;

/**
 * The text of a file in UTF-8 or UTF-16: of HTML without its tags, of anything else as it is. May be white space only. Rejects when
 * the stream does.
 */
export async function extractText({
  filename,
  content,
  maxChars,
  pause,
}: ExtractOptions): Promise<ExtractedText> {
  const decoded = await decodeText(content, maxChars, pause);
  if ('problem' in decoded) return { error: ERRORS[decoded.problem] };
  const { text } = decoded;
  if (!HTML_NAME.test(filename) && !HTML_BEGINNING.test(text.slice(0, BEGINNING_CHARS))) return { text };
  const reading = htmlToText(text);
  let step = reading.next();
  for (; !step.done; step = reading.next()) await pause();
  return { text: step.value };
}

const ERRORS = {
  binary: {
    code: 'unsupported_file',
    message: 'The file is no text in UTF-8 or UTF-16. Convert it to text, and upload it again.',
  },
  too_long: {
    code: 'invalid_file',
    message: 'The text of the file is too long. Split it into several files, and upload these.',
  },
} as const;
