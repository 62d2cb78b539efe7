import { parseJson } from '../parse-json.ts';

/**
 * Parses incomplete JSON: closes open brackets and strings and drops an incomplete literal or a key without a value. Undefined
 * when there is no value yet; complete JSON is parsed as by `JSON.parse`. One pass over the text.
 */
export function parsePartialJson(text: string): unknown {
  const value = parseJson(text);
  return value === undefined ? parseJson(completeJson(text) ?? '') : value;
}

/** The longest prefix that ends after a complete value, with its brackets closed. */
function completeJson(text: string): string | undefined {
  const closers: string[] = [];
  // The last position where the text before it is complete, and the closing brackets that it needs.
  let safe: { end: number; closers: string } | undefined;
  let inString = false;
  let isKey = false;
  let escaped = false;
  let afterColon = false;

  const markSafe = (end: number): void => {
    safe = { end, closers: closers.toReversed().join('') };
  };

  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] as string;
    if (inString) {
      if (escaped) escaped = false;
      else if (char === '\\') escaped = true;
      else if (char === '"') {
        inString = false;
        if (!isKey) markSafe(index + 1);
      }
      continue;
    }
    if (char === '"') {
      inString = true;
      isKey = closers.at(-1) === '}' && !afterColon;
    } else if (char === '{' || char === '[') {
      closers.push(char === '{' ? '}' : ']');
      afterColon = false;
      markSafe(index + 1);
    } else if (char === '}' || char === ']') {
      // A literal right before the bracket is complete.
      closers.pop();
      markSafe(index + 1);
    } else if (char === ':') {
      afterColon = true;
    } else if (char === ',') {
      // The value before the comma is complete, a bare literal too.
      afterColon = false;
      markSafe(index);
    }
  }
  if (inString && !isKey) {
    const body = escaped ? text.slice(0, -1) : text.replace(/\\u[\da-fA-F]{0,3}$/, '');
    return `${body}"${closers.toReversed().join('')}`;
  }
  return safe && text.slice(0, safe.end) + safe.closers;
}
