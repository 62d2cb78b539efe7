import { isObject } from '../../shared/is-object.ts';
import { parseJson } from './json-values.ts';

/**
 * Arguments of a call as a provider takes them back: its own text where that is a JSON object, unwrapped where the
 * object was encoded twice. Providers refuse a history with anything else, so `{}` stands in its place; that the
 * arguments could not be read is in the call's output.
 */
export function toCallArguments(text: string): string {
  const value = parseJson(text);
  if (isObject(value)) return text;
  return typeof value === 'string' && isObject(parseJson(value)) ? value : '{}';
}
