import type { McpSettings } from './read-mcp-options.ts';

const MIN_CHARS = 4;

/** The text without what the MCP server is given and the log must not contain: an error may repeat it. */
export function hideSecrets(text: string, { server }: Pick<McpSettings, 'server'>): string {
  const given =
    'url' in server
      ? [...addressesOf(server.url), ...Object.values(server.headers ?? {}).flatMap(withWords)]
      : (server.env ?? []).flatMap((name) => withLines(process.env[name] ?? ''));
  return given
    .filter(({ length }) => length >= MIN_CHARS)
    .reduce((safe, secret) => safe.replaceAll(secret, '[hidden]'), text);
}

/** As it was given, as it is sent, and the values in its query. */
function addressesOf(url: string): readonly string[] {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return [url, ...(parsed ? [parsed.href, ...parsed.searchParams.values()] : [])];
}

/** Also without the scheme of an `authorization`. */
function withWords(value: string): readonly string[] {
  return [value, ...value.split(/\s/)];
}

/** Also the lines of a key, of which an output may have only some. */
function withLines(value: string): readonly string[] {
  return [value, ...value.split('\n').map((line) => line.trim())];
}
