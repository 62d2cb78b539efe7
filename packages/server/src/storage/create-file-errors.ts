/** The content of a file has another length than its `bytes`. Nothing was stored. */
export class ContentLengthError extends Error {
  override readonly name = 'ContentLengthError';

  constructor({ id, bytes }: { readonly id: string; readonly bytes: number }) {
    super(`The content of file ${id} is not ${bytes} bytes long, as its \`bytes\` says. It was not stored.`);
  }
}

export function fileExists(id: string): Error {
  return new Error(`A file with the id ${id} exists already. It was not changed.`);
}
