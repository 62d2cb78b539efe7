/**
 * The first number in the citation markers of a `file_search` call, such as 1234 in `【1234:0†notes.txt】`: four digits made from the id of the
 * call (FNV-1a), so that a marker finds its call again. Threadkit's server writes them; markers of other backends have other numbers.
 */
export function citationNumber(callId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < callId.length; at += 1) {
    hash = Math.imul(hash ^ callId.charCodeAt(at), 0x01000193);
  }
  return 1000 + ((hash >>> 0) % 9000);
}
