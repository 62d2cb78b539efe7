import { expect, test } from 'vitest';
import { compareSnapshot } from './compare-snapshot.ts';
import type { ElementStyles } from './measure-styles.ts';
import {
  FONT_DEPENDENT,
  isSame,
  type Measurement,
  markFontDependent,
  THEMES,
  toSnapshot,
  WIDTHS,
} from './style-snapshot.ts';

const measurements = (stylesAt: (width: number, theme: string) => ElementStyles): Measurement[] =>
  WIDTHS.flatMap((width) =>
    THEMES.map((theme) => ({ width, theme, styles: { thread: stylesAt(width, theme) } })),
  );

test('a snapshot stores a value once where all measurements agree, else by width, by theme or by both', () => {
  const snapshot = toSnapshot(
    measurements((width, theme) => ({
      radius: '8px',
      width,
      color: theme === 'dark' ? '#ffffff' : '#000000',
      above: width === 360 && theme === 'dark' ? 1 : 0,
    })),
  );
  expect(snapshot['thread']).toEqual({
    radius: '8px',
    width: { 360: 360, 768: 768, 1280: 1280 },
    color: { light: '#000000', dark: '#ffffff' },
    above: {
      '360 light': 0,
      '360 dark': 1,
      '768 light': 0,
      '768 dark': 0,
      '1280 light': 0,
      '1280 dark': 0,
    },
  });
});

test('markFontDependent marks lengths that differ between measurements, and keeps other properties', () => {
  const stable = markFontDependent([
    { thread: { width: 20, left: 4, font: '400 16px/26px' } },
    { thread: { width: 21, left: 4.2, font: '500 16px/26px' } },
  ]);
  expect(stable).toEqual({ thread: { width: FONT_DEPENDENT, left: 4, font: '400 16px/26px' } });
});

const at360 = (styles: Measurement['styles']): Measurement => ({ width: 360, theme: 'dark', styles });

test('compareSnapshot names path, property and both values of a difference', () => {
  const snapshot = {
    thread: { radius: '8px', color: { light: '#000000', dark: '#141b1e' }, width: { 360: 300 } },
  };
  expect(
    compareSnapshot(snapshot, at360({ thread: { radius: '6px', color: '#202020', width: 300, gap: '4px' } })),
  ).toEqual(['thread: radius: 8px → 6px', 'thread: color: #141b1e → #202020', 'thread: gap: none → 4px']);
});

test('compareSnapshot reports added and removed elements', () => {
  expect(compareSnapshot({ a: { width: 1 } }, at360({ b: { width: 1 } }))).toEqual([
    'a: removed',
    'b: added',
  ]);
});

test('compareSnapshot accepts an element that is absent at one width in the snapshot as well', () => {
  const both = [at360({}), { ...at360({ a: { width: 1 } }), width: 768 }];
  const snapshot = toSnapshot(both);
  expect(both.flatMap((measurement) => compareSnapshot(snapshot, measurement))).toEqual([]);
  expect(compareSnapshot(snapshot, at360({ a: { width: 1 } }))).toEqual(['a: added']);
});

test('compareSnapshot ignores font-dependent values', () => {
  expect(compareSnapshot({ a: { width: FONT_DEPENDENT } }, at360({ a: { width: 5 } }))).toEqual([]);
});

test('isSame tolerates half a pixel, 0.1 of contrast and one step of a color channel', () => {
  expect(isSame('width', 10, 10.5)).toBe(true);
  expect(isSame('width', 10, 10.6)).toBe(false);
  expect(isSame('contrast', 4.5, 4.6)).toBe(true);
  expect(isSame('contrast', 4.5, 4.7)).toBe(false);
  expect(isSame('border', '1px solid #e1e5e7', '1px solid #e1e6e7')).toBe(true);
  expect(isSame('border', '1px solid #e1e5e7', '2px solid #e1e5e7')).toBe(false);
  expect(isSame('color', '#e1e5e7', '#e1e7e7')).toBe(false);
  expect(isSame('color', '#e1e5e7', '#e1e5e780')).toBe(false);
});
