// @threadkit/server/documents: what it exports. Written by `pnpm api --update`.

import { VectorStoreFileObject } from "@threadkit/core/api";
/** Calls `run` once after `ms` milliseconds; the returned function cancels it. */
type SetTimer = (run: () => void, ms: number, options?: {
  /** The timer does not keep the process alive. @defaultValue false */
  background?: boolean;
}) => () => void;
/** Limits for one document. A document that exceeds one fails with `invalid_file`, and a message that names the limit. */
interface DocumentLimits {
  /** Size of the file. @defaultValue 64 MiB */
  readonly fileBytes?: number | undefined;
  /** Pages of a PDF. @defaultValue 2,000 */
  readonly pages?: number | undefined;
  /** Length of its text, in UTF-16 units. @defaultValue 20,000,000 */
  readonly textChars?: number | undefined;
  /** Size of what is unpacked from the archive of a Word document, counted while it is unpacked. @defaultValue 64 MiB */
  readonly unpackedBytes?: number | undefined;
  /** How many times larger than packed that may be, beyond its first MiB. @defaultValue 200 */
  readonly unpackedRatio?: number | undefined;
  /** Files in the archive of a Word document. @defaultValue 10,000 */
  readonly archiveEntries?: number | undefined;
  /** Memory of the process that reads it. @defaultValue 768 MiB */
  readonly memoryBytes?: number | undefined;
  /** Time of that process, in milliseconds. @defaultValue a minute */
  readonly timeoutMs?: number | undefined;
}
/**
 * Reads files that are no text, for vector stores. `documentReader` of the entry `documents` implements it for PDF and Word documents; your own may
 * send them to a service.
 */
interface DocumentReader {
  /**
   * Returns the text of a document, or the reason for the user why it cannot be read. Called for at most two files at once.
   *
   * @throws The reason of the signal when that aborts. Any other error is a fault of the server: it is passed to `onError`, and the file fails.
   */
  readText(document: DocumentInput): Promise<DocumentText>;
}
/** What the first bytes of a file say. A zip archive is not always a Word document. */
type DocumentFormat = 'pdf' | 'zip';
/** A file to read. Anyone may have made it: neither its name nor its content can be trusted. */
interface DocumentInput {
  readonly filename: string;
  readonly format: DocumentFormat;
  /** Must be cancelled when it is not read to its end. */
  readonly content: ReadableStream<Uint8Array>;
  readonly signal: AbortSignal;
}
/** The text of a document, or why it has none: the `last_error` of the file, whose message is written for the user. */
type DocumentText = {
  readonly text: string;
} | {
  readonly error: NonNullable<VectorStoreFileObject['last_error']>;
};
/** Options of {@link documentReader}. */
interface DocumentReaderOptions {
  /** @defaultValue see each limit */
  readonly limits?: DocumentLimits | undefined;
  /** For tests. @defaultValue timers of the system */
  readonly setTimer?: SetTimer | undefined;
}
/**
 * Reads the text of PDF files with `pdfjs-dist`, and of Word documents (`.docx`) with `yauzl`: optional peers, of which one is enough. Each file is read in a Node
 * process of its own, at most two at once, which has no environment, may read modules only, and is killed at a limit.
 *
 * @throws `TypeError` or `RangeError` for a wrong option. `Error` when neither library is installed.
 */
declare function documentReader(options?: DocumentReaderOptions): DocumentReader;
export { type DocumentFormat, type DocumentInput, type DocumentLimits, type DocumentReader, type DocumentReaderOptions, type DocumentText, documentReader };