import { asObject, asText, type JsonObject } from './json-values.ts';

/** What a provider says about a request that it refuses, in the body of an error or inside of a stream. */
export interface Refusal {
  /** The provider's sentence, as it came; `''` where there is none, or a page. */
  readonly message: string;
  readonly code: string | number | undefined;
  readonly type: string | undefined;
}

/** Providers repeat the whole prompt in their errors: what is longer is not looked at. */
const MAX_CHARACTERS = 8_000;
/** Of a list of faults, such as one for each member of the request. */
const MAX_FAULTS = 3;
const MAX_DEPTH = 4;

const SENTENCE_MEMBERS = ['message', 'msg', 'detail', 'error', 'errors', 'error_message', 'title'] as const;

/**
 * Reads the refusal out of a body of any provider: `error` as an object or a sentence, `message` or `detail` without
 * it, faults with their place, a list whose first entry counts, or plain text. Never throws.
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
    const said = sentenceOf(fault[member] ?? {}, depth + 1);
    if (said !== '') return said + placeOf(fault);
  }
  return '';
}

/** Where in the request the fault is, without the word for the whole of it. */
function placeOf({ loc }: JsonObject): string {
  if (!Array.isArray(loc)) return '';
  const path = loc.filter((part) => typeof part === 'string' || typeof part === 'number');
  const place = (path[0] === 'body' ? path.slice(1) : path).join('.');
  return place === '' ? '' : ` (${place})`;
}

/** The page of a proxy, or of a login. */
function isPage(text: string): boolean {
  return /<(?:!doctype|html|head|body|title|h[1-6]|p|div|center|script|style)\b/i.test(
    text.slice(0, MAX_CHARACTERS),
  );
}
