/** Larger gaps are ignored: a wrong index must not create a list of a billion holes. */
const MAX_INDEX = 1024;

/**
 * Writes into a list that deltas address by index. Gaps are filled, so that readers see no holes. An invalid index is
 * ignored.
 */
export function placeAt<T>(list: T[], index: number, item: T, filler: T): void {
  if (!Number.isInteger(index) || index < 0 || index > MAX_INDEX) return;
  while (list.length < index) list.push(filler);
  list[index] = item;
}
