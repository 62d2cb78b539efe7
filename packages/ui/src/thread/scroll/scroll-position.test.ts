import { describe, expect, test } from 'vitest';
import { nextPosition, type ScrollMeasure, type ScrollPosition } from './scroll-position.ts';

const following: ScrollPosition = { isFollowing: true, top: 1000, pendingOffset: 0 };
const away: ScrollPosition = { isFollowing: false, top: 500, pendingOffset: 0 };
const after = (last: ScrollPosition, measure: Partial<ScrollMeasure>): ScrollPosition =>
  nextPosition(last, { top: last.top, max: 1000, moved: 0, wasHidden: false, ...measure });

describe('nextPosition while following', () => {
  test('growing content moves the offset to the new end', () => {
    expect(after(following, { max: 1200 })).toEqual({ isFollowing: true, top: 1200, pendingOffset: 0 });
  });

  test('shrinking content does not end following', () => {
    expect(after(following, { top: 900, max: 900 })).toEqual({
      isFollowing: true,
      top: 900,
      pendingOffset: 0,
    });
  });

  test('a scroll up of a few pixels ends following', () => {
    expect(after(following, { top: 990 })).toEqual({ isFollowing: false, top: 990, pendingOffset: 0 });
  });

  test('a scroll up is kept when the content shrinks at the same time', () => {
    expect(after(following, { top: 700, max: 955 })).toEqual({
      isFollowing: false,
      top: 700,
      pendingOffset: 0,
    });
  });

  test('a scroll up is adjusted for content added above at the same time', () => {
    const next = after(following, { top: 700, max: 2360, moved: 1360 });
    expect(next).toEqual({ isFollowing: false, top: 2060, pendingOffset: 0 });
  });

  test('a difference within the rounding of heights is not a scroll', () => {
    expect(after(following, { top: 999.5 }).isFollowing).toBe(true);
  });

  test('an element that was hidden returns to the end', () => {
    expect(after(following, { top: 0, wasHidden: true })).toEqual(following);
  });
});

describe('nextPosition while not following', () => {
  test('content added above moves the offset by its height', () => {
    expect(after(away, { max: 1300, moved: 300 })).toEqual({
      isFollowing: false,
      top: 800,
      pendingOffset: 0,
    });
  });

  test('shrinking content near the end does not start following', () => {
    expect(after(away, { max: 510 })).toEqual(away);
  });

  test('a scroll down to near the end starts following', () => {
    expect(after(away, { top: 980 })).toEqual(following);
    expect(after(away, { top: 970 }).isFollowing).toBe(false);
  });

  test('the part of a move beyond the end of the content becomes pendingOffset and is applied when the content grows', () => {
    const clamped = after(away, { top: 460, max: 460 });
    expect(clamped).toEqual({ isFollowing: false, top: 460, pendingOffset: 40 });
    expect(after(clamped, { max: 600 })).toEqual(away);
  });

  test('a move beyond the top becomes a negative pendingOffset and is applied when content is added above', () => {
    const atTop = after({ ...away, top: 0 }, { moved: -66 });
    expect(atTop).toEqual({ isFollowing: false, top: 0, pendingOffset: -66 });
    expect(after(atTop, { max: 2360, moved: 1360 }).top).toBe(1294);
  });

  test('a scroll by the user resets pendingOffset', () => {
    const atTop: ScrollPosition = { isFollowing: false, top: 0, pendingOffset: -66 };
    expect(after(atTop, { top: 20, max: 2360, moved: 1360 })).toEqual({
      ...atTop,
      top: 1380,
      pendingOffset: 0,
    });
  });

  test('a scroll up is kept when the content shrinks below the last offset at the same time', () => {
    expect(after(away, { top: 300, max: 450 })).toEqual({ isFollowing: false, top: 300, pendingOffset: 0 });
  });

  test('an element that was hidden returns to its offset', () => {
    expect(after(away, { top: 0, wasHidden: true })).toEqual(away);
  });

  test('content without overflow is followed', () => {
    expect(after(away, { top: 0, max: 0 })).toEqual({ isFollowing: true, top: 0, pendingOffset: 0 });
  });
});
