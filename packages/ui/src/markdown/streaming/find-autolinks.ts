/** A URL or email address without markdown syntax around it (GitHub's extended autolinks). */
export interface Autolink {
  readonly at: number;
  /** Where the link ends. */
  readonly end: number;
  /** The latest possible end. At the end of streamed text, the next characters may extend the link. */
  readonly extent: number;
  readonly href: string;
}

/** `www.` must begin a word, or follow a character of a script without spaces. */
const BEGINNING = /https?:\/\/|(?<!(?![\s*_~(])\p{ASCII})www\.|@/giu;
const ENDS = new Set('，。、；：！？「」『』《》〈〉【】”’<');
const HOST = /www\.[\p{L}\p{M}\p{N}.-]*/iuy;
const FIRST = /[\p{L}\p{N}]/uy;
const DOMAIN = /[a-z\d_-]+(?:\.[a-z\d_-]+)+/iy;
const LOCAL = /[\w.+-]/;

/** The autolinks in `text`, in order. */
export function findAutolinks(text: string): Autolink[] {
  const found: Autolink[] = [];
  let end = 0;
  for (const { 0: mark, index } of text.matchAll(BEGINNING)) {
    if (index < end) continue;
    const autolink = mark === '@' ? readMail(text, index, end) : readUrl(text, index, mark);
    if (!autolink) continue;
    found.push(autolink);
    end = autolink.extent;
  }
  return found;
}

/** Searches for the end of a link once; nothing is searched if no host follows the scheme. */
function readUrl(text: string, at: number, mark: string): Autolink | undefined {
  FIRST.lastIndex = at + mark.length;
  if (!FIRST.test(text)) return undefined;
  const extent = text.slice(at, endOf(text, at));
  const url = trimmed(extent);
  const href = mark.startsWith('h') || mark.startsWith('H') ? url : `http://${url}`;
  return { at, end: at + url.length, extent: at + extent.length, href };
}

/**
 * The latest end of the autolink at `at`. Full-width punctuation ends it, and so does a full-width bracket unless it
 * follows a letter of such a script ("/银行（总行）"). A bracket or `**` that closes a surrounding link or bold text does
 * not belong to it.
 */
function endOf(text: string, at: number): number {
  const host = endOfHost(text, at);
  if (host !== undefined) return host;
  let depth = 0;
  let brackets = 0;
  let end = at;
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    if (char.trim() === '' || ENDS.has(char) || text.startsWith('**', end)) break;
    if (char === '[') brackets += 1;
    if (char === ']' && --brackets < 0) break;
    if (char === '（') {
      if (!/[^\P{L}\p{ASCII}]/u.test(text.charAt(end - 1))) break;
      depth += 1;
    } else if (char === '）') {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return end;
}

/** The end of a `www.` host that has no port, path or query. */
function endOfHost(text: string, at: number): number | undefined {
  HOST.lastIndex = at;
  if (!HOST.test(text)) return undefined;
  const end = HOST.lastIndex;
  return end < text.length && ':/?#'.includes(text.charAt(end)) ? undefined : end;
}

/** Removes trailing punctuation of the surrounding sentence. */
function trimmed(extent: string): string {
  let end = extent.length;
  let unopened = 0;
  for (const char of extent) {
    if (char === '(') unopened -= 1;
    else if (char === ')') unopened += 1;
  }
  for (;;) {
    const last = extent.charAt(end - 1);
    const reference = last === ';' ? /&[a-z\d]{1,8};$/i.exec(extent.slice(0, end).slice(-10)) : null;
    if (reference) end -= reference[0].length - 1;
    else if (last === ')' && unopened > 0) unopened -= 1;
    else if (last === '' || !'?!.,:;*_~\'"'.includes(last)) return extent.slice(0, end);
    end -= 1;
  }
}

function readMail(text: string, at: number, from: number): Autolink | undefined {
  DOMAIN.lastIndex = at + 1;
  const domain = DOMAIN.exec(text)?.[0].replace(/[_-]$/, '') ?? '';
  const end = at + 1 + domain.length;
  let begin = at;
  while (begin > from && LOCAL.test(text.charAt(begin - 1))) begin -= 1;
  // Underscores on both sides are emphasis around the address.
  while (text.charAt(begin) === '_' && text.charAt(end) === '_') begin += 1;
  if (begin >= at || !/\.[\w-]*[a-z\d]$/i.test(domain)) return undefined;
  let extent = end;
  while (/[\w.-]/.test(text.charAt(extent))) extent += 1;
  return { at: begin, end, extent, href: `mailto:${text.slice(begin, end)}` };
}
