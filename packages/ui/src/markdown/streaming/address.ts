/** A bare address in a text: GitHub's extended autolinks. */
export interface Address {
  readonly at: number;
  /** Where the link ends. */
  readonly end: number;
  /** Where it could end at the latest: at the end of an open text, what is written next may belong to it. */
  readonly extent: number;
  readonly href: string;
}

/** `www.` begins a word, also beside a script without spaces. */
const BEGINNING = /https?:\/\/|(?<!(?![\s*_~(])\p{ASCII})www\.|@/giu;
const ENDS = new Set('，。、；：！？「」『』《》〈〉【】”’<');
const HOST = /www\.[\p{L}\p{M}\p{N}.-]*/iuy;
const FIRST = /[\p{L}\p{N}]/uy;
const DOMAIN = /[a-z\d_-]+(?:\.[a-z\d_-]+)+/iy;
const LOCAL = /[\w.+-]/;

/** The bare addresses in `text`, in order. */
export function findAddresses(text: string): Address[] {
  const found: Address[] = [];
  let end = 0;
  for (const { 0: mark, index } of text.matchAll(BEGINNING)) {
    if (index < end) continue;
    const address = mark === '@' ? readMail(text, index, end) : readUrl(text, index, mark);
    if (!address) continue;
    found.push(address);
    end = address.extent;
  }
  return found;
}

/** The end of each address is searched once: where none begins behind a mark, nothing is. */
function readUrl(text: string, at: number, mark: string): Address | undefined {
  FIRST.lastIndex = at + mark.length;
  if (!FIRST.test(text)) return undefined;
  const extent = text.slice(at, endOf(text, at));
  const url = trimmed(extent);
  const href = mark.startsWith('h') || mark.startsWith('H') ? url : `http://${url}`;
  return { at, end: at + url.length, extent: at + extent.length, href };
}

/**
 * Where the address that begins at `at` ends at the latest: in a script without spaces a full-width mark ends it, and a
 * full-width bracket does unless it belongs to a name in that script ("/银行（总行）"). What closes a link or bold words
 * around it is none of it.
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

/** Where the host behind `www.` ends, if it is the whole of the address: neither a port, a path nor a query follows. */
function endOfHost(text: string, at: number): number | undefined {
  HOST.lastIndex = at;
  if (!HOST.test(text)) return undefined;
  const end = HOST.lastIndex;
  return end < text.length && ':/?#'.includes(text.charAt(end)) ? undefined : end;
}

/** Without the marks of the sentence around it. */
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

function readMail(text: string, at: number, from: number): Address | undefined {
  DOMAIN.lastIndex = at + 1;
  const domain = DOMAIN.exec(text)?.[0].replace(/[_-]$/, '') ?? '';
  const end = at + 1 + domain.length;
  let begin = at;
  while (begin > from && LOCAL.test(text.charAt(begin - 1))) begin -= 1;
  // Emphasis around the whole of it.
  while (text.charAt(begin) === '_' && text.charAt(end) === '_') begin += 1;
  if (begin >= at || !/\.[\w-]*[a-z\d]$/i.test(domain)) return undefined;
  let extent = end;
  while (/[\w.-]/.test(text.charAt(extent))) extent += 1;
  return { at: begin, end, extent, href: `mailto:${text.slice(begin, end)}` };
}
