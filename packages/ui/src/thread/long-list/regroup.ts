/** Consecutive items with a stable key. Keeps its reference while its items are the same. */
export interface Group<T> {
  readonly key: string;
  readonly items: readonly T[];
}

interface Keyed {
  readonly key: string;
}

/**
 * Divides a list into groups of about `size`. A change at one end keeps the groups at the other end: new items join the
 * group of their predecessor, and items before the first one get new groups. Pure; one pass. Items that changed their
 * order are grouped from scratch.
 *
 * @param isSame Whether a group may keep its reference when `after` replaces `before`.
 */
export function regroup<T extends Keyed>(
  before: readonly Group<T>[],
  items: readonly T[],
  size: number,
  isSame: (before: T, after: T) => boolean,
): readonly Group<T>[] {
  const taken = new Set(before.map(({ key }) => key));
  const owners = new Map<string, number>();
  for (const [index, group] of before.entries()) {
    for (const { key } of group.items) owners.set(key, index);
  }
  const groups: { key: string; items: T[] }[] = [];
  let fresh: T[] = [];
  let last = -1;
  for (const item of items) {
    const owner = owners.get(item.key);
    if (owner === undefined) fresh.push(item);
    else if (owner < last) return splitFromEnd(items, size, taken);
    else {
      if (owner > last) {
        if (groups.length === 0) groups.push(...splitFromEnd(fresh, size, taken));
        else append(groups, fresh, size, taken);
        groups.push({ key: before[owner]?.key ?? item.key, items: [] });
        fresh = [];
        last = owner;
      }
      groups.at(-1)?.items.push(...fresh, item);
      fresh = [];
    }
  }
  if (groups.length === 0) return splitFromEnd(fresh, size, taken);
  append(groups, fresh, size, taken);
  return keepSame(before, groups, isSame);
}

/** Splits from the end, so that only the first group may be shorter than `size`. */
function splitFromEnd<T extends Keyed>(
  items: readonly T[],
  size: number,
  taken: Set<string>,
): { key: string; items: T[] }[] {
  const groups: { key: string; items: T[] }[] = [];
  for (let end = items.length; end > 0; end -= size) {
    const part = items.slice(Math.max(0, end - size), end);
    groups.push({ key: newKey(part[0]?.key ?? '', taken), items: part });
  }
  return groups.toReversed();
}

/** Fills the last group, then starts new ones. */
function append<T extends Keyed>(
  groups: { key: string; items: T[] }[],
  items: readonly T[],
  size: number,
  taken: Set<string>,
): void {
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.items.length < size) last.items.push(item);
    else groups.push({ key: newKey(item.key, taken), items: [item] });
  }
}

/** The key of the first item, unless another group already uses it. */
function newKey(itemKey: string, taken: Set<string>): string {
  let key = itemKey;
  while (taken.has(key)) key += '~';
  taken.add(key);
  return key;
}

function keepSame<T extends Keyed>(
  before: readonly Group<T>[],
  groups: readonly Group<T>[],
  isSame: (before: T, after: T) => boolean,
): readonly Group<T>[] {
  const known = new Map(before.map((group) => [group.key, group]));
  return groups.map((group) => {
    const earlier = known.get(group.key);
    const keeps =
      earlier?.items.length === group.items.length &&
      earlier.items.every((item, index) => isSame(item, group.items[index] as T));
    return keeps ? earlier : group;
  });
}
