import { isRecord } from '../../shared/is-record.ts';
import type { JsonObject } from '../provider/json-values.ts';

/** Names of the reasoning text that providers require back. */
const TEXT_MEMBERS = ['reasoning_content', 'reasoning'] as const;
const DETAILS = 'reasoning_details';

/** Members of a detail that arrive in pieces. Signatures and encrypted data arrive whole. */
const JOINED = new Set(['text', 'summary']);

/** Longer reasoning is dropped whole: providers refuse a part of it. */
const MAX_CHARS = 1_000_000;

/** Assembles the reasoning of a model call: texts by name, details by index. */
export interface ReasoningAssembler {
  /** Undefined when there was none, or when it exceeded the limit. */
  readonly members: JsonObject | undefined;
  /** Adds a delta. Returns whether it contained reasoning. */
  read(delta: JsonObject): boolean;
}

export function createReasoningAssembler(): ReasoningAssembler {
  const texts = new Map<string, string>();
  const details: JsonObject[] = [];
  let chars = 0;

  function addDetail(piece: JsonObject): void {
    chars += JSON.stringify(piece).length;
    const at = details.findLastIndex((detail) => isSame(detail, piece));
    const known = details[at];
    if (known) details[at] = join(known, piece);
    else details.push(piece);
  }

  return {
    get members() {
      if (chars === 0 || chars > MAX_CHARS) return undefined;
      return { ...Object.fromEntries(texts), ...(details.length > 0 && { [DETAILS]: details }) };
    },

    read(delta) {
      const before = chars;
      for (const name of TEXT_MEMBERS) {
        const piece = delta[name];
        if (typeof piece !== 'string' || piece === '') continue;
        chars += piece.length;
        texts.set(name, (texts.get(name) ?? '') + piece);
      }
      const given = delta[DETAILS];
      if (Array.isArray(given)) for (const detail of given) if (isRecord(detail)) addDetail(detail);
      return chars > before;
    },
  };
}

/** Whether a piece continues a detail. Without an index, text continues the previous text. */
function isSame(detail: JsonObject, piece: JsonObject): boolean {
  if (detail['index'] !== piece['index']) return false;
  if (typeof piece['index'] === 'number') return true;
  return (
    detail['type'] === piece['type'] &&
    typeof detail['text'] === 'string' &&
    typeof piece['text'] === 'string'
  );
}

function join(known: JsonObject, piece: JsonObject): JsonObject {
  const joined = new Map(Object.entries(known));
  for (const [key, value] of Object.entries(piece)) {
    const before = joined.get(key);
    if (value === null && before !== undefined) continue;
    const isText = JOINED.has(key) && typeof before === 'string' && typeof value === 'string';
    joined.set(key, isText ? before + value : value);
  }
  return Object.fromEntries(joined);
}
