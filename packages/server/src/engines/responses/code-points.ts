/** Converts offsets in code points, which providers count, to the UTF-16 offsets of strings. */
export interface CodePoints {
  /** The offset of a code point; undefined when the text is shorter. Ascending offsets take linear time. */
  toUtf16(codePoints: number): number | undefined;
}

/** `read` returns a text that only grows. */
export function createCodePoints(read: () => string): CodePoints {
  let points = 0;
  let units = 0;
  return {
    toUtf16(codePoints) {
      const text = read();
      if (codePoints < points) [points, units] = [0, 0];
      while (points < codePoints && units < text.length) {
        const isPair = (text.codePointAt(units) ?? 0) > 0xffff;
        // The other half of a pair at the end has not arrived.
        if (!isPair && units === text.length - 1 && /[\ud800-\udbff]$/.test(text)) break;
        units += isPair ? 2 : 1;
        points += 1;
      }
      return points === codePoints ? units : undefined;
    },
  };
}
