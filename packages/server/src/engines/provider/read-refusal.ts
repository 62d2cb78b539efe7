import { asObject, asText, type JsonObject } from './json-values.ts';

/** A provider's error, from an error body or from inside a stream. */
export interface Refusal {
  /** The provider's message, unchanged; `''` when there is none, or an HTML page. */
  readonly message: string;
  readonly code: string | number | undefined;
  readonly type: string | undefined;
}

/** Longer messages are cut: providers repeat the whole prompt in their errors. */
const MAX_CHARACTERS = 8_000;
/** Maximum entries of a list of errors, such as one for each field of the request. */
const MAX_FAULTS = 3;
const MAX_DEPTH = 4;

const SENTENCE_MEMBERS = ['message', 'msg', 'detail', 'error', 'errors', 'error_message', 'title'] as const;

/**
 * Reads the error from any provider's body: `error` as an object or text, `message` or `detail` without it, validation
 * errors with their location, a list (its first entry), or plain text. Never throws.
 */
export function readRefusal(body: unknown): Refusal {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const outer = asObject(first);
  const inner: unknown = Array.isArray(outer['error']) ? outer['error'][0] : outer['error'];
  const members = { ...outer, ...asObject(inner) };
  const { code } = members;
  return {
    message: sentenceOf(inner ?? first, 0),
    code: typeof code === 'number' ? code : asText(code),
    type: asText(members['type']) ?? asText(members['error_type']),
  };
}

function sentenceOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return isPage(value) ? '' : value.slice(0, MAX_CHARACTERS).trim();
  if (depth > MAX_DEPTH) return '';
  if (Array.isArray(value)) {
    const faults = value.slice(0, MAX_FAULTS).map((one) => sentenceOf(one, depth + 1));
    return faults.filter(Boolean).join('; ');
  }
  const fault = asObject(value);
  for (const member of SENTENCE_MEMBERS) {
    const message = sentenceOf(fault[member] ?? {}, depth + 1);
    if (message !== '') return message + placeOf(fault);
  }
  return '';
}

/** The location of a validation error in the request, without the leading `body`. */
function placeOf({ loc }: JsonObject): string {
  if (!Array.isArray(loc)) return '';
  const path = loc.filter((part) => typeof part === 'string' || typeof part === 'number');
  const place = (path[0] === 'body' ? path.slice(1) : path).join('.');
  return place === '' ? '' : ` (${place})`;
}

/** Whether the text is an HTML page of a proxy or a login. */
function isPage(text: string): boolean {
  return /<(?:!doctype|html|head|body|title|h[1-6]|p|div|center|script|style)\b/i.test(
    text.slice(0, MAX_CHARACTERS),
  );
}
