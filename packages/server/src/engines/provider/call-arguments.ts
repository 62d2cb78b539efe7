import { isRecord } from '../../shared/is-record.ts';
import { parseJson } from './json-values.ts';

/**
 * Arguments of a call in a form that providers accept in the history: the text if it is a JSON object, unwrapped if the
 * object was encoded twice. Anything else becomes `{}`, because providers refuse it; the call's output already says that
 * the arguments were invalid.
 */
export function toCallArguments(text: string): string {
  const value = parseJson(text);
  if (isRecord(value)) return text;
  return typeof value === 'string' && isRecord(parseJson(value)) ? value : '{}';
}
