/** Whether objects and arrays of the value lie in each other more than `levels` deep. Level by level: a stack would end. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let left = levels; left > 0; left -= 1) {
    level = level.flatMap((one) => (isNest(one) ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return level.some(isNest);
}

function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
