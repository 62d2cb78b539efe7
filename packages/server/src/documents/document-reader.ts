import type { VectorStoreFileObject } from '@threadkit/core/api';

/**
 * Reads files that are no text, for vector stores. `documentReader` of the entry `documents` implements it for PDF and Word documents; your own may
 * send them to a service.
 */
export interface DocumentReader {
  /**
   * Returns the text of a document, or the reason for the user why it cannot be read. Called for at most two files at once.
   *
   * @throws The reason of the signal when that aborts. Any other error is a fault of the server: it is passed to `onError`, and the file fails.
   */
  readText(document: DocumentInput): Promise<DocumentText>;
}

/** What the first bytes of a file say. A zip archive is not always a Word document. */
export type DocumentFormat = 'pdf' | 'zip';

/** A file to read. Anyone may have made it: neither its name nor its content can be trusted. */
export interface DocumentInput {
  readonly filename: string;
  readonly format: DocumentFormat;
  /** Must be cancelled when it is not read to its end. */
  readonly content: ReadableStream<Uint8Array>;
  readonly signal: AbortSignal;
}

/** The text of a document, or why it has none: the `last_error` of the file, whose message is written for the user. */
export type DocumentText =
  | { readonly text: string }
  | { readonly error: NonNullable<VectorStoreFileObject['last_error']> };
