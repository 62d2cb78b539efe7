/** A 32-bit hash of a term, the same in every release: stored indexes have it. That of Murmur3, with one UTF-16 unit as a block. */
export function hashTerm(term: string): number {
  let hash = 0;
  for (let at = 0; at < term.length; at += 1) {
    let block = Math.imul(term.charCodeAt(at), 0xcc9e2d51);
    block = Math.imul((block << 15) | (block >>> 17), 0x1b873593);
    hash ^= block;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash ^= term.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
