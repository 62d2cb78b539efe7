import type { DocumentFormat } from '../documents/document-reader.ts';

const MARKS: readonly (readonly [mark: string, format: DocumentFormat])[] = [
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'zip'],
];

/** Bytes that are needed to tell. */
export const LONGEST_MARK = 5;

/** What the first bytes of a file say; undefined for any other file. Names are not asked: users choose them. */
export function documentFormat(beginning: Uint8Array): DocumentFormat | undefined {
  const text = String.fromCharCode(...beginning.subarray(0, LONGEST_MARK));
  return MARKS.find(([mark]) => text.startsWith(mark))?.[1];
}
