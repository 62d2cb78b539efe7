import { expect, test } from 'vitest';
import { compareReading } from './compare-reading.ts';
import { FROM_TEXT, isSame, keepStable, type Reading, THEMES, toFacts, WIDTHS } from './page-facts.ts';
import type { Look } from './read-looks.ts';

const readings = (lookAt: (width: number, theme: string) => Look): Reading[] =>
  WIDTHS.flatMap((width) =>
    THEMES.map((theme) => ({ width, theme, looks: { thread: lookAt(width, theme) } })),
  );

test('a value is written once where it is the same, else by width, by theme or by both', () => {
  const facts = toFacts(
    readings((width, theme) => ({
      radius: '8px',
      width,
      color: theme === 'dark' ? '#ffffff' : '#000000',
      above: width === 360 && theme === 'dark' ? 1 : 0,
    })),
  );
  expect(facts['thread']).toEqual({
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

test('a length that other glyphs change is no fact, a font that they change stays one', () => {
  const stable = keepStable([
    { thread: { width: 20, left: 4, font: '400 16px/26px' } },
    { thread: { width: 21, left: 4.2, font: '500 16px/26px' } },
  ]);
  expect(stable).toEqual({ thread: { width: FROM_TEXT, left: 4, font: '400 16px/26px' } });
});

const at360 = (looks: Reading['looks']): Reading => ({ width: 360, theme: 'dark', looks });

test('a difference names slot, property, before and after', () => {
  const facts = {
    thread: { radius: '8px', color: { light: '#000000', dark: '#141b1e' }, width: { 360: 300 } },
  };
  expect(
    compareReading(facts, at360({ thread: { radius: '6px', color: '#202020', width: 300, gap: '4px' } })),
  ).toEqual(['thread: radius: 8px → 6px', 'thread: color: #141b1e → #202020', 'thread: gap: none → 4px']);
});

test('an element that is new and an element that is gone are differences', () => {
  expect(compareReading({ a: { width: 1 } }, at360({ b: { width: 1 } }))).toEqual([
    'a: it is gone',
    'b: it is new',
  ]);
});

test('an element that is there at other widths alone is no difference', () => {
  const both = [at360({}), { ...at360({ a: { width: 1 } }), width: 768 }];
  const facts = toFacts(both);
  expect(both.flatMap((reading) => compareReading(facts, reading))).toEqual([]);
  expect(compareReading(facts, at360({ a: { width: 1 } }))).toEqual(['a: it is new']);
});

test('a value that follows from the text is not compared', () => {
  expect(compareReading({ a: { width: FROM_TEXT } }, at360({ a: { width: 5 } }))).toEqual([]);
});

test('half a pixel, a tenth of contrast and one step of a colour channel are no difference', () => {
  expect(isSame('width', 10, 10.5)).toBe(true);
  expect(isSame('width', 10, 10.6)).toBe(false);
  expect(isSame('contrast', 4.5, 4.6)).toBe(true);
  expect(isSame('contrast', 4.5, 4.7)).toBe(false);
  expect(isSame('border', '1px solid #e1e5e7', '1px solid #e1e6e7')).toBe(true);
  expect(isSame('border', '1px solid #e1e5e7', '2px solid #e1e5e7')).toBe(false);
  expect(isSame('color', '#e1e5e7', '#e1e7e7')).toBe(false);
  expect(isSame('color', '#e1e5e7', '#e1e5e780')).toBe(false);
});
