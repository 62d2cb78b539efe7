/** Maximum length of a provider's message after redaction. */
const MAX_CHARS = 500;

// linear in this file: repetitions that must be followed by something are bounded, and at most 4,000 characters are read
/** Longer text is cut before matching: it comes from outside. */
const MAX_READ = 4_000;

const HIDDEN = '[hidden]';

/**
 * Order matters: a URL contains a host, and a host may contain what looks like a key. Repetitions that must be followed by
 * something are bounded, so that matching takes linear time.
 */
const SECRETS: readonly RegExp[] = [
  // URLs and email addresses
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>)\]]+/gi,
  /[^\s"'<>@]{1,100}@[^\s"'<>@]+/g,
  // Keys, tokens and account ids of any length, which providers quote in full or in part
  /\bbearer\s{1,10}[^\s"',;]+/gi,
  /\b(?:sk|pk|rk|gsk|xai|key|token|org|proj|user|acct)[-_][\w*.-]+/gi,
  /\b(?=[\w*-]{0,100}\d)(?=[\w*-]{0,100}[a-z])[\w*-]{24,}/gi,
  // Hosts: IPv4, IPv6, with a port, or with a top-level domain
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  /\[(?=[0-9a-f.]{0,4}:)[0-9a-f:.]{2,45}\](?::\d+)?/gi,
  /\b[a-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,8}:\d{2,5}\b/gi,
  /\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,63}\b(?![\w-])/gi,
];

/** A path of a request field, which looks like a host name. */
const MEMBER =
  /^(?:messages|tools|tool_choice|functions|response_format|stream_options|body)\.(?:[\w-]+\.)*[\w-]+$/;

const hide = (found: string): string => (MEMBER.test(found) ? found : HIDDEN);

/** A provider's message on one line, without keys, URLs and account ids. `secrets` are removed everywhere. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text.slice(0, MAX_READ);
  for (const secret of secrets) if (secret.length >= 4) safe = safe.replaceAll(secret, HIDDEN);
  for (const pattern of SECRETS) safe = safe.replaceAll(pattern, hide);
  safe = safe.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return safe.length > MAX_CHARS ? `${safe.slice(0, MAX_CHARS - 1)}…` : safe;
}
