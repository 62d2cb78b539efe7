/**
 * A reader of PDF files and Word documents for vector stores. Needs Node.
 *
 * @example
 * ```ts
 * import { createServer } from '@threadkit/server';
 * import { documentReader } from '@threadkit/server/documents';
 *
 * const server = createServer({ storage, engine, authorize, documents: documentReader() });
 * ```
 *
 * @packageDocumentation
 */

export { type DocumentReaderOptions, documentReader } from './documents/create-document-reader.ts';
export type { DocumentLimits } from './documents/document-limits.ts';
export type {
  DocumentFormat,
  DocumentInput,
  DocumentReader,
  DocumentText,
} from './documents/document-reader.ts';
