import { parseJson } from '../parse-json.ts';

/** The result of a call, as its view reads it. */
export type ToolCallResult =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: string };

/** The submitted text of an output: strings unchanged, other values as JSON, and `null` for what JSON cannot express. */
export function writeOutput(output: unknown): string {
  return typeof output === 'string' ? output : (JSON.stringify(output) ?? 'null');
}

/**
 * The submitted text of a failed call: `{"error": "…"}`. The API has no other field for a failure, and readers can
 * distinguish this form from an output.
 */
export function writeError(error: string): string {
  return JSON.stringify({ error });
}

/**
 * Reads a submitted output back: the error form as a failure, JSON objects and lists as values, all other text
 * as it is. Numbers and quoted text stay text, because it is unknown whether they were sent as such.
 */
export function parseToolOutput(text: string): ToolCallResult {
  if (!/^\s*[[{]/.test(text)) return { ok: true, output: text };
  const value = parseJson(text);
  if (value === undefined) return { ok: true, output: text };
  if (isErrorForm(value)) return { ok: false, error: value.error };
  return { ok: true, output: value };
}

function isErrorForm(value: unknown): value is { error: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    'error' in value &&
    typeof value.error === 'string'
  );
}
