/** What one attempt to process a file of a vector store has stored. Positions of files are never used again. */
export interface VectorContent {
  readonly filePosition: number;
  readonly attempt: number;
}

export function toContentId({ filePosition, attempt }: VectorContent): string {
  return `${filePosition}.${attempt}`;
}

/** Of an id that `toContentId` has made. That of another storage names nothing. */
export function readContentId(id: string): VectorContent {
  const [filePosition, attempt] = id.split('.');
  return { filePosition: Number(filePosition) || 0, attempt: Number(attempt) || 0 };
}
