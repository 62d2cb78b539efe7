import { ThreadkitError } from '../errors/threadkit-error.ts';
import { parseJson } from '../parse-json.ts';

/**
 * Parses the arguments that a model wrote. Models write `""` for no arguments.
 *
 * @throws `ThreadkitError` of kind `'tool'`, with a message for the model: the text is not JSON.
 */
export function readArguments(text: string): unknown {
  if (text.trim() === '') return {};
  const value = parseJson(text);
  if (value === undefined) {
    throw new ThreadkitError(
      'tool',
      'The arguments are not valid JSON. Call the tool again with valid JSON.',
    );
  }
  return typeof value === 'string' ? unwrap(value) : value;
}

/** Some models encode the arguments twice. Arguments are an object, so a string that contains one is decoded again. */
function unwrap(text: string): unknown {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null ? value : text;
}
