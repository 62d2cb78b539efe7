/** Adds one to a list that is ordered by score, best first, and at most `limit` long. Of equal scores, the one that was added first is first. */
export function insertByScore<T extends { readonly score: number }>(best: T[], one: T, limit: number): void {
  if (best.length >= limit) {
    if (one.score <= (best.at(-1)?.score ?? Number.POSITIVE_INFINITY)) return;
    best.pop();
  }
  let at = best.length;
  while (at > 0 && (best[at - 1]?.score ?? 0) < one.score) at -= 1;
  best.splice(at, 0, one);
}
