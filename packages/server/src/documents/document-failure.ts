/** Why the process could not read a document. It reports one as its exit code, and cannot choose any other word that a user reads. */
export const DOCUMENT_FAILURES = [
  'encrypted',
  'damaged',
  'no_text',
  'no_word_document',
  'has_doctype',
  'pages',
  'textChars',
  'unpackedBytes',
  'unpackedRatio',
  'archiveEntries',
  'memoryBytes',
  'library_missing',
] as const;

export type DocumentFailure = (typeof DOCUMENT_FAILURES)[number];

/** Node's own exit codes are below. */
const FIRST_EXIT_CODE = 64;

export const exitCodeOf = (failure: DocumentFailure): number =>
  FIRST_EXIT_CODE + DOCUMENT_FAILURES.indexOf(failure);

/** Undefined for an exit code that stands for none. */
export const failureOf = (exitCode: number | null): DocumentFailure | undefined =>
  exitCode === null ? undefined : DOCUMENT_FAILURES[exitCode - FIRST_EXIT_CODE];

/** Ends the reading of a document. */
export class DocumentFailureError extends Error {
  override readonly name = 'DocumentFailureError';
  readonly failure: DocumentFailure;

  constructor(failure: DocumentFailure, options?: ErrorOptions) {
    super(failure, options);
    this.failure = failure;
  }
}
