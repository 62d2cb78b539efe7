import {
  FONT_DEPENDENT,
  isSame,
  type Measurement,
  type RecordedValue,
  recordedValueAt,
  type StyleSnapshot,
  toSnapshot,
} from './style-snapshot.ts';

/** Returns one line per difference between a measurement and the snapshot: path, property, values before and after. */
export function compareSnapshot(snapshot: StyleSnapshot, measurement: Measurement): string[] {
  const { width, theme } = measurement;
  const now = toSnapshot([measurement]);
  const valueOf = (recorded: RecordedValue | undefined) => recordedValueAt(recorded, width, theme) ?? 'none';
  return [...new Set([...Object.keys(snapshot), ...Object.keys(now)])].flatMap((path) => {
    const [was = {}, is = {}] = [snapshot[path], now[path]];
    const wasThere =
      path in snapshot && recordedValueAt(snapshot[path]?.['shown'], width, theme) !== 'absent';
    if (!wasThere) return path in now ? [`${path}: added`] : [];
    if (!(path in now)) return [`${path}: removed`];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((property) => property !== 'shown' || is[property] !== undefined)
      .map((property) => ({ property, before: valueOf(was[property]), after: valueOf(is[property]) }))
      .filter(({ property, before, after }) => before !== FONT_DEPENDENT && !isSame(property, before, after))
      .map(({ property, before, after }) => `${path}: ${property}: ${before} → ${after}`);
  });
}
