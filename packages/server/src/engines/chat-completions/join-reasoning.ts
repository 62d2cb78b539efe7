import { isObject } from '../../shared/is-object.ts';
import type { JsonObject } from './json-values.ts';

/** What providers call the reasoning that they want to see again. */
const TEXT_MEMBERS = ['reasoning_content', 'reasoning'] as const;
const DETAILS = 'reasoning_details';

/** Members of a detail that come in pieces. Signatures and what is encrypted come whole. */
const JOINED = new Set(['text', 'summary']);

/** Beyond it nothing is handed back: a part of it would be refused. */
const MAX_CHARS = 1_000_000;

/** Joins the reasoning of a turn: texts piece by piece, details by their index, each under the name it came with. */
export class ReasoningJoiner {
  readonly #texts = new Map<string, string>();
  readonly #details: JsonObject[] = [];
  #chars = 0;

  /** Whether the delta had any. */
  read(delta: JsonObject): boolean {
    const before = this.#chars;
    for (const name of TEXT_MEMBERS) {
      const piece = delta[name];
      if (typeof piece !== 'string' || piece === '') continue;
      this.#chars += piece.length;
      this.#texts.set(name, (this.#texts.get(name) ?? '') + piece);
    }
    const details = delta[DETAILS];
    if (Array.isArray(details)) for (const detail of details) if (isObject(detail)) this.#addDetail(detail);
    return this.#chars > before;
  }

  /** Undefined where none came, or more than is kept. */
  get members(): JsonObject | undefined {
    if (this.#chars === 0 || this.#chars > MAX_CHARS) return undefined;
    return {
      ...Object.fromEntries(this.#texts),
      ...(this.#details.length > 0 && { [DETAILS]: this.#details }),
    };
  }

  #addDetail(piece: JsonObject): void {
    this.#chars += JSON.stringify(piece).length;
    const at = this.#details.findLastIndex((detail) => isSame(detail, piece));
    const known = this.#details[at];
    if (known) this.#details[at] = join(known, piece);
    else this.#details.push(piece);
  }
}

/** Without an index, a piece of text goes on with the text before it. */
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
