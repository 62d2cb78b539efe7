import { MAX_CODE_FILES } from '@threadkit/core/api';
import type { HttpError } from '../../http/http-error.ts';
import { invalid } from '../../http/invalid-value.ts';

/** The 400 for attachments that exceed the file limit of the thread's code_interpreter. */
export function tooManyFiles(count: number): HttpError {
  return invalid(
    'tool_resources.code_interpreter.file_ids',
    'array_above_max_length',
    'array too long',
    `an array with maximum length ${MAX_CODE_FILES}`,
    `an array with length ${count}`,
  );
}
