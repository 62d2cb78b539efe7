/** Red, green, blue and alpha of a color as painted by the browser, 0 to 1 each. For browser tests. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const painted = new Map<string, Rgba>();

function paint(color: string): Rgba {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

/** @throws If `color` is not a valid color. */
export function rgbaOf(color: string): Rgba {
  if (!CSS.supports('color', color)) throw new Error(`"${color}" is not a color.`);
  const rgba = painted.get(color) ?? paint(color);
  painted.set(color, rgba);
  return rgba;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** WCAG's contrast of two opaque colors: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = rgbaOf(color);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function oklabOf(color: string): [number, number, number] {
  const [red, green, blue] = rgbaOf(color).map(linear) as [number, number, number, number];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far apart two opaque colors are in OKLab; 0.02 is just noticeable. */
export function distanceOf(one: string, other: string): number {
  const there = oklabOf(other);
  return Math.hypot(...oklabOf(one).map((part, index) => part - (there[index] ?? 0)));
}
