/** The content of a file has another length than its object says. Nothing was stored. */
export class ContentLengthError extends Error {
  override readonly name = 'ContentLengthError';

  constructor(fileId: string, expected: number, actual: number) {
    super(
      `The content of file ${fileId} has ${actual} bytes, its object says ${expected}. It was not stored.`,
    );
  }
}

export function fileExists(id: string): Error {
  return new Error(`A file with the id ${id} exists already. It was not changed.`);
}
