import type { DocumentInput, DocumentText } from '../documents/document-reader.ts';
import { peekBytes } from '../shared/byte-stream.ts';
import { decodeText } from './decode-text.ts';
import { documentFormat, LONGEST_MARK } from './document-format.ts';
import { htmlToText } from './html-to-text.ts';

/** Reads a file that is a PDF or a zip archive by its first bytes. */
export type ReadDocument = (document: Omit<DocumentInput, 'signal'>) => Promise<DocumentText>;

export interface ExtractOptions {
  readonly filename: string;
  readonly content: ReadableStream<Uint8Array>;
  /** The longest content that is read, in UTF-16 units. */
  readonly maxChars: number;
  /** Awaited after each slice of work, a few milliseconds. */
  readonly pause: () => Promise<void>;
  readonly readDocument: ReadDocument;
}

const HTML_NAME = /\.x?html?$/i;
const HTML_BEGINNING = /^\s*<(?:!doctype html|html[\s>])/i;
/** How much of a text may tell that it is HTML. */
const BEGINNING_CHARS = 1024;

/**
 * The text of a file, or why it has none. That of a file in UTF-8 or UTF-16 is the text of HTML without its tags, and anything else as it is. May be white
 * space only. Rejects when the stream or the reader of documents does.
 */
export async function extractText({
  filename,
  content: whole,
  maxChars,
  pause,
  readDocument,
}: ExtractOptions): Promise<DocumentText> {
  const { beginning, content } = await peekBytes(whole, LONGEST_MARK);
  const format = documentFormat(beginning);
  if (format) return readDocument({ filename, format, content });
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
