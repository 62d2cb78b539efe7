/**
 * Why code cannot be executed. `unavailable`: the interpreter or its sandbox cannot be had on this machine, which the operator can fix · `closed`: the
 * session has ended · `file`: a file cannot be written or read.
 */
export type CodeFailure = 'unavailable' | 'closed' | 'file';

/** Says what failed, why, and what to do. The message is for the operator: it names paths of the machine. */
export class CodeExecutorError extends Error {
  override readonly name = 'CodeExecutorError';
  readonly code: CodeFailure;

  constructor(code: CodeFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
