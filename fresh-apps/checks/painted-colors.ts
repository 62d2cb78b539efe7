import type { Page } from '@playwright/test';

/** Red, green, blue from 0 to 255 and opacity from 0 to 1. */
export type Color = readonly [number, number, number, number];

/** WCAG contrast of two opaque colors. */
export function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (value: number): number => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Blends a color over an opaque background. */
export function over([red, green, blue, alpha]: Color, ground: Color): Color {
  const mix = (top: number, below: number): number => top * alpha + below * (1 - alpha);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1];
}

/** Blends backgrounds into one opaque color. The first is that of the element, the last that of the page. */
export function flatten(layers: readonly Color[]): Color {
  return layers.reduceRight<Color>((ground, layer) => over(layer, ground), [255, 255, 255, 1]);
}

export interface Painted {
  /** The element's text, or its slot. */
  readonly label: string;
  readonly color: Color;
  readonly background: Color;
  /** Background colors of the element and its ancestors, innermost first; the canvas is last. */
  readonly backgrounds: readonly Color[];
  readonly borderWidth: number;
  readonly borderColor: Color;
  readonly radius: number;
}

/** Reads the first visible element that matches a selector. */
export async function paintedPart(page: Page, selector: string): Promise<Painted> {
  const [part] = await readPainted(page, selector, false);
  if (!part) throw new Error(`No visible element matches ${selector}.`);
  return part;
}

/** Reads the visible elements inside a selector that have text of their own. */
export function paintedTexts(page: Page, selector: string): Promise<Painted[]> {
  return readPainted(page, `${selector} *`, true);
}

function readPainted(page: Page, selector: string, onlyText: boolean): Promise<Painted[]> {
  return page.evaluate(
    ({ selector: selected, onlyText: textOnly }) => {
      const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      if (!pixel) throw new Error('This browser has no 2D canvas.');
      /** Converts any color notation to channels, by painting a pixel. */
      const read = (color: string): [number, number, number, number] => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = color;
        pixel.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
        return [red, green, blue, alpha / 255];
      };
      const canvas = document.createElement('i');
      canvas.style.color = 'Canvas';
      document.documentElement.append(canvas);
      const canvasColor = read(getComputedStyle(canvas).color);
      canvas.remove();

      const ownText = (element: Element): string =>
        [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent?.trim() ?? '')
          .join(' ')
          .trim();
      const isVisible = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect();
        const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        return isShown && width > 2 && height > 2;
      };
      return [...document.querySelectorAll(selected)]
        .filter((element) => isVisible(element) && !element.closest(':disabled, [aria-disabled="true"]'))
        .filter((element) => !textOnly || ownText(element) !== '')
        .map((element) => {
          const style = getComputedStyle(element);
          const backgrounds: [number, number, number, number][] = [];
          for (let at: Element | null = element; at; at = at.parentElement) {
            backgrounds.push(read(getComputedStyle(at).backgroundColor));
          }
          return {
            label: textOnly ? ownText(element).slice(0, 60) : (element.getAttribute('data-slot') ?? selected),
            color: read(style.color),
            background: read(style.backgroundColor),
            backgrounds: [...backgrounds, canvasColor],
            borderWidth: Number.parseFloat(style.borderTopWidth),
            borderColor: read(style.borderTopColor),
            radius: Number.parseFloat(style.borderTopLeftRadius),
          };
        });
    },
    { selector, onlyText },
  );
}
