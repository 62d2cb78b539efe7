import { badRequest } from './http-error.ts';

/** Deeper values overflow the stack when they are serialized again. */
const MAX_DEPTH = 100;
/** Maximum objects plus arrays, and maximum commas. The largest valid request has a few thousand. */
const MAX_NESTS = 100_000;
const MAX_COMMAS = 100_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/** Limits nesting and size of JSON text before parsing: megabytes of brackets take seconds to parse. */
export function checkNesting(text: string): void {
  let depth = 0;
  let nests = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(text, at);
    else if (unit === COMMA) {
      commas += 1;
      if (commas > MAX_COMMAS) {
        throw badRequest(`Invalid request body: too many values. Expected at most ${MAX_COMMAS} of them.`, {
          code: 'body_too_complex',
        });
      }
    } else if (CLOSING.has(unit)) {
      depth -= 1;
      // Not JSON: the parser will report it.
      if (depth < 0) return;
    } else if (OPENING.has(unit)) {
      depth += 1;
      nests += 1;
      if (depth > MAX_DEPTH) {
        throw badRequest(`Invalid request body: nested too deeply. Expected at most ${MAX_DEPTH} levels.`, {
          code: 'body_too_deep',
        });
      }
      if (nests > MAX_NESTS) {
        throw badRequest(
          `Invalid request body: too many objects and arrays. Expected at most ${MAX_NESTS} of them.`,
          { code: 'body_too_complex' },
        );
      }
    }
  }
}

/** Index of the closing quote of the string opened at `start`, or the text's length if it is unterminated. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
}
