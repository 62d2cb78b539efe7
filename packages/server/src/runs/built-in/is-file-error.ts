/** Whether an executor of code refused a file, or could not read one. By its members: executors come from another entry, or from the app. */
export function isFileError(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'CodeExecutorError' && 'code' in error && error.code === 'file'
  );
}
