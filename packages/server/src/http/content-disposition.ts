/** The names that the header `Content-Disposition` gives a form's part. */
export interface PartNames {
  /** The name of the field. */
  readonly name: string | undefined;
  readonly filename: string | undefined;
}

/** A line break that continues a header (RFC 5322), which mail libraries write into long ones. */
const FOLD = /\r\n[ \t]/g;
const PARAMETER = /;\s*(name|filename\*?)=(?:"((?:[^"\\]|\\"?)*)"|([^;"\s]*))/gi;

/**
 * Reads the names from the headers of a part, as browsers and HTTP clients write them: in UTF-8, with `"` and line breaks percent-encoded or `"` after a
 * backslash; a `filename*` (RFC 8187) wins. Other backslashes belong to the name.
 */
export function readPartNames(headers: string): PartNames {
  // By lines of the protocol: a name may have characters that end a line elsewhere.
  const lines = headers.replaceAll(FOLD, ' ').split('\r\n');
  const header = lines.find((line) => /^content-disposition:/i.test(line)) ?? '';
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
