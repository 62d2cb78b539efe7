const ALLOWED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The normalized URL of a link in untrusted text, or `undefined` if it is not an absolute `http`, `https` or `mailto`
 * URL. Control characters, which browsers drop from a scheme, do not bypass the check.
 */
export function safeUrl(href: string): string | undefined {
  try {
    const url = new URL(href);
    return ALLOWED.has(url.protocol) ? url.href : undefined;
  } catch {
    // Relative or malformed: a response has no base URL.
    return undefined;
  }
}
