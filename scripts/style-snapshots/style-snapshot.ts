import type { ElementStyles, PageStyles } from './measure-styles.ts';

export const WIDTHS = [360, 768, 1280] as const;
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

type Value = number | string;
/** One value at every width in both themes, or one per width, per theme, or per both (`360 dark`). */
export type RecordedValue = Value | Readonly<Record<string, Value>>;
/** Recorded values of one page, by path, then by property. */
export type StyleSnapshot = Readonly<Record<string, Readonly<Record<string, RecordedValue>>>>;

/** Recorded in place of a length that depends on glyph widths. These differ between machines, so it is not compared. */
export const FONT_DEPENDENT = 'from text';

/** The styles of a page at one width in one theme. */
export interface Measurement {
  readonly width: number;
  readonly theme: Theme;
  readonly styles: PageStyles['styles'];
}

/** Merges measurements with different glyph widths: lengths that differ become `FONT_DEPENDENT`. */
export function markFontDependent([first, ...others]: readonly PageStyles['styles'][]): PageStyles['styles'] {
  if (!first) throw new Error('markFontDependent needs at least one measurement.');
  return Object.fromEntries(
    Object.entries(first).map(([path, values]) => [
      path,
      Object.fromEntries(
        Object.entries(values).map(([property, value]) => [
          property,
          !LENGTHS.has(property) || others.every((other) => isSame(property, other[path]?.[property], value))
            ? value
            : FONT_DEPENDENT,
        ]),
      ),
    ]),
  );
}

/** Combines all measurements of a page. A value is stored once where the measurements agree. */
export function toSnapshot(measurements: readonly Measurement[]): StyleSnapshot {
  const paths = new Set(measurements.flatMap(({ styles }) => Object.keys(styles)));
  return Object.fromEntries(Array.from(paths, (path) => [path, recordsOf(path, measurements)]));
}

function recordsOf(path: string, measurements: readonly Measurement[]): Record<string, RecordedValue> {
  const properties = new Set(
    measurements.flatMap(({ styles }) => Object.keys(styles[path] ?? { shown: '' })),
  );
  return Object.fromEntries(
    Array.from(properties, (property) => [
      property,
      collapse(measurements, (styles) => valueAt(styles[path], property)),
    ]),
  );
}

function valueAt(values: ElementStyles | undefined, property: string): Value {
  if (values === undefined) return property === 'shown' ? 'absent' : 'none';
  return values[property] ?? (property === 'shown' ? 'yes' : 'none');
}

function collapse(
  measurements: readonly Measurement[],
  read: (styles: PageStyles['styles']) => Value,
): RecordedValue {
  const keys: ((measurement: Measurement) => string)[] = [
    () => '',
    ({ width }) => `${width}`,
    ({ theme }) => theme,
    ({ width, theme }) => `${width} ${theme}`,
  ];
  for (const keyOf of keys) {
    const table: Record<string, Value> = {};
    const agrees = measurements.every((measurement) => {
      const value = read(measurement.styles);
      return (table[keyOf(measurement)] ??= value) === value;
    });
    if (agrees) return table[''] ?? table;
  }
  throw new Error('Two measurements have the same width and theme.');
}

/** The recorded value for a width and a theme. */
export function recordedValueAt(
  recorded: RecordedValue | undefined,
  width: number,
  theme: Theme,
): Value | undefined {
  if (typeof recorded !== 'object') return recorded;
  return recorded[`${width}`] ?? recorded[theme] ?? recorded[`${width} ${theme}`];
}

const LENGTHS = new Set(['left', 'right', 'above', 'width', 'height']);
/** Browsers round layout to 1/64 of a pixel, and lines to whole device pixels. */
const LENGTH_TOLERANCE = 0.5;
const CONTRAST_TOLERANCE = 0.1;
/** Per channel, of 255: equal colors in different notations may round differently. */
const CHANNEL_TOLERANCE = 1;
const HEX = /#[0-9a-f]{6,8}/g;

/** Whether two values of a property are the same within its tolerance. */
export function isSame(property: string, one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true;
  if (typeof one === 'number' && typeof other === 'number') {
    const tolerance = LENGTHS.has(property) ? LENGTH_TOLERANCE : CONTRAST_TOLERANCE;
    return Math.abs(one - other) <= tolerance;
  }
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  if (one.replaceAll(HEX, '#') !== other.replaceAll(HEX, '#')) return false;
  const colors = other.match(HEX) ?? [];
  return (one.match(HEX) ?? []).every((color, index) => isSameColor(color, colors[index] ?? ''));
}

function isSameColor(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const channels = (color: string): number[] =>
    (color.slice(1).match(/../g) ?? []).map((channel) => Number.parseInt(channel, 16));
  const others = channels(other);
  return channels(one).every(
    (channel, index) => Math.abs(channel - (others[index] ?? 0)) <= CHANNEL_TOLERANCE,
  );
}
