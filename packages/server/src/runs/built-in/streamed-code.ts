/** Where the text of the first member named `code` begins, in arguments that are JSON. */
const BEGINNING =
  /^\s*\{(?:\s*"(?!code")[^"\\]*"\s*:\s*(?:"[^"\\]*"|[\d.]+|true|false|null)\s*,)*\s*"code"\s*:\s*"/u;
/** The beginning may still come, in arguments as short as this. */
const MAX_BEGINNING = 400;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Reads the code of a call whose arguments arrive in pieces. */
export interface StreamedCode {
  /** What of the code this piece adds. */
  add(piece: string): string;
  /** What is left when the arguments have ended: all of them, when they are no JSON with code, since some models write the code itself. */
  end(): string;
}

/** Decodes `{"code": "…"}` while it is written, so that the code is shown as it comes. */
export function createStreamedCode(): StreamedCode {
  /** `before`: the code has not begun · `within` its text · `after` it. */
  let place: 'before' | 'within' | 'after' = 'before';
  /** Not decoded yet. */
  let rest = '';

  function decode(): string {
    let code = '';
    let at = 0;
    while (at < rest.length) {
      const char = rest.charAt(at);
      if (char === '"') {
        place = 'after';
        rest = '';
        return code;
      }
      if (char !== '\\') {
        code += char;
        at += 1;
        continue;
      }
      const length = rest.charAt(at + 1) === 'u' ? 6 : 2;
      // An escape that has not arrived as a whole.
      if (at + length > rest.length) break;
      const escape = rest.charAt(at + 1);
      code += length === 6 ? readUnit(rest.slice(at + 2, at + 6)) : (ESCAPES[escape] ?? escape);
      at += length;
    }
    rest = rest.slice(at);
    return code;
  }

  return {
    add(piece) {
      if (place === 'after') return '';
      rest += piece;
      if (place === 'before') {
        const beginning = rest.length < MAX_BEGINNING + piece.length ? BEGINNING.exec(rest) : null;
        if (!beginning) return '';
        place = 'within';
        rest = rest.slice(beginning[0].length);
      }
      return decode();
    },
    end() {
      if (place !== 'before') return '';
      return codeIn(rest);
    },
  };
}

function readUnit(hex: string): string {
  const unit = Number.parseInt(hex, 16);
  return String.fromCharCode(Number.isNaN(unit) ? 0xfffd : unit);
}

function codeIn(text: string): string {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === 'string') return given;
    if (typeof given === 'object' && given !== null && 'code' in given && typeof given.code === 'string') {
      return given.code;
    }
    return Object.keys(given ?? {}).length === 0 ? '' : text;
  } catch {
    return text;
  }
}
