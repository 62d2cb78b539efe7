import { badRequest } from './http-error.ts';

/** What is deeper overflows the stack of whoever writes it as JSON again. */
const MAX_DEPTH = 100;
/** Objects and lists of one body, and commas between what is in them. The longest request of the contract has a few thousand. */
const MAX_NESTS = 100_000;
const MAX_COMMAS = 100_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/** Refuses JSON text by its brackets and commas, before it is parsed: megabytes of them take seconds to become objects. */
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
      // Not JSON: the parser says so at once.
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

/** Where the string ends that begins at `start`; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
}
