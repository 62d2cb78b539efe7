/** The names that the header `Content-Disposition` of a form's part has. */
export interface PartNames {
  /** The name of the field. */
  readonly name: string | undefined;
  readonly filename: string | undefined;
}

const PARAMETER = /;\s*(name|filename\*?)=(?:"((?:[^"\\]|\\"?)*)"|([^;"\s]*))/gi;

/**
 * Reads the names as browsers and HTTP clients write them: in UTF-8, with `"` and line breaks percent-encoded or `"` after a
 * backslash; a `filename*` (RFC 8187) wins. Other backslashes belong to the name.
 */
export function readPartNames(header: string): PartNames {
  const values = new Map<string, string>();
  for (const [, key = '', quoted, token = ''] of header.matchAll(PARAMETER)) {
    values.set(key.toLowerCase(), quoted === undefined ? token : unescape(quoted));
  }
  return {
    name: values.get('name'),
    filename: decodeExtended(values.get('filename*')) ?? values.get('filename'),
  };
}

function unescape(quoted: string): string {
  return quoted
    .replaceAll('\\"', '"')
    .replaceAll(/%22|%0d|%0a/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** A value such as `UTF-8''gr%C3%B6%C3%9Fe.txt`; undefined when it cannot be decoded. */
function decodeExtended(value = ''): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(value) ?? [];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
