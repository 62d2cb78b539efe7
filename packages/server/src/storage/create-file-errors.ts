export function fileExists(id: string): Error {
  return new Error(`A file with the id ${id} exists already. It was not changed.`);
}
