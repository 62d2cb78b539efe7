import { expect, test } from 'vitest';
import { placeCard } from './place-card.ts';

const view = { width: 360, height: 600 };
const card = { width: 240, height: 100 };
const chipAt = (left: number, top: number) => ({ left, top, bottom: top + 17, width: 17, height: 17 });

test('a card stands below its chip, its words where the chip begins', () => {
  expect(placeCard(chipAt(60, 100), card, view)).toEqual({ left: 48, top: 123 });
});

test('near the end of the view it stands above', () => {
  expect(placeCard(chipAt(60, 560), card, view)).toEqual({ left: 48, top: 454 });
});

test('it stays inside the view at both sides', () => {
  expect(placeCard(chipAt(340, 100), card, view).left).toBe(112);
  expect(placeCard(chipAt(2, 100), card, view).left).toBe(8);
});

test('where it fits nowhere it stands on the side with more room', () => {
  const tall = { width: 240, height: 580 };
  expect(placeCard(chipAt(60, 100), tall, view).top).toBe(123);
  expect(placeCard(chipAt(60, 500), tall, view).top).toBe(-86);
});
