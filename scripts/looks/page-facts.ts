import type { Look, PageLooks } from './read-looks.ts';

export const WIDTHS = [360, 768, 1280] as const;
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

type Value = number | string;
/** One value at every width in both themes, or one per width, per theme, or per both (`360 dark`). */
export type Fact = Value | Readonly<Record<string, Value>>;
/** By path, then by property. */
export type PageFacts = Readonly<Record<string, Readonly<Record<string, Fact>>>>;

/** Where a value follows from the advances of glyphs, which differ between machines, nothing is compared. */
export const FROM_TEXT = 'from text';

/** One reading of a page at a width in a theme. */
export interface Reading {
  readonly width: number;
  readonly theme: Theme;
  readonly looks: PageLooks['looks'];
}

/** Readings of one page with other advances of glyphs become one, whose unstable lengths say so. */
export function keepStable([first, ...others]: readonly PageLooks['looks'][]): PageLooks['looks'] {
  if (!first) throw new Error('There is no reading to keep anything of.');
  return Object.fromEntries(
    Object.entries(first).map(([path, look]) => [
      path,
      Object.fromEntries(
        Object.entries(look).map(([property, value]) => [
          property,
          !LENGTHS.has(property) || others.every((other) => isSame(property, other[path]?.[property], value))
            ? value
            : FROM_TEXT,
        ]),
      ),
    ]),
  );
}

/** All readings of a page as one table, each value written once where it is the same. */
export function toFacts(readings: readonly Reading[]): PageFacts {
  const paths = new Set(readings.flatMap(({ looks }) => Object.keys(looks)));
  return Object.fromEntries(Array.from(paths, (path) => [path, factsAt(path, readings)]));
}

function factsAt(path: string, readings: readonly Reading[]): Record<string, Fact> {
  const properties = new Set(readings.flatMap(({ looks }) => Object.keys(looks[path] ?? { shown: '' })));
  return Object.fromEntries(
    Array.from(properties, (property) => [
      property,
      collapse(readings, (looks) => valueAt(looks[path], property)),
    ]),
  );
}

function valueAt(look: Look | undefined, property: string): Value {
  if (look === undefined) return property === 'shown' ? 'absent' : 'none';
  return look[property] ?? (property === 'shown' ? 'yes' : 'none');
}

function collapse(readings: readonly Reading[], read: (looks: PageLooks['looks']) => Value): Fact {
  const keys: ((reading: Reading) => string)[] = [
    () => '',
    ({ width }) => `${width}`,
    ({ theme }) => theme,
    ({ width, theme }) => `${width} ${theme}`,
  ];
  for (const keyOf of keys) {
    const table: Record<string, Value> = {};
    const agrees = readings.every((reading) => {
      const value = read(reading.looks);
      return (table[keyOf(reading)] ??= value) === value;
    });
    if (agrees) return table[''] ?? table;
  }
  throw new Error('Two readings have the same width and theme.');
}

/** The value of a fact at a width in a theme. */
export function factAt(fact: Fact | undefined, width: number, theme: Theme): Value | undefined {
  if (typeof fact !== 'object') return fact;
  return fact[`${width}`] ?? fact[theme] ?? fact[`${width} ${theme}`];
}

const LENGTHS = new Set(['left', 'right', 'above', 'width', 'height']);
/** Layout is rounded to 1/64 of a pixel, and a line to whole device pixels. */
const LENGTH_TOLERANCE = 0.5;
const CONTRAST_TOLERANCE = 0.1;
/** Of 255, per channel: two ways to compute one colour are rounded differently. */
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
