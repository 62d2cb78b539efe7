const ALLOWED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address of a link in untrusted text, or undefined where it must not become one: only absolute `http`,
 * `https` and `mailto` addresses do. Control characters, which browsers drop from a scheme, do not help.
 */
export function safeUrl(href: string): string | undefined {
  try {
    const url = new URL(href);
    return ALLOWED.has(url.protocol) ? url.href : undefined;
  } catch {
    // Relative or malformed: an answer has no page to be relative to.
    return undefined;
  }
}
