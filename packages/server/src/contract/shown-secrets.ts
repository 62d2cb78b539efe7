// linear in this file: repetitions that must be followed by something are bounded
/** What keys, tokens and addresses with a password look like. */
const SECRETS: readonly RegExp[] = [
  /\bbearer\s{1,10}[\w.-]{4,}/i,
  /\b(?:sk|pk|rk|gsk|xai|key|token)[-_][\w.-]{4,}/i,
  /\b(?=[\w-]{0,100}\d)(?=[\w-]{0,100}[a-z])[\w-]{32,}/i,
  /:\/\/[^\s/@]{1,200}@/,
];

/** The first part of a text that looks like a secret; undefined when there is none. */
export function findSecret(text: string): string | undefined {
  for (const pattern of SECRETS) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
}
