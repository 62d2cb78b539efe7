import type { Page } from '@playwright/test';

/** Red, green, blue from 0 to 255 and opacity from 0 to 1. */
export type Colour = readonly [number, number, number, number];

/** WCAG's contrast of two opaque colours. */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number): number => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** A colour over an opaque ground. */
export function over([red, green, blue, alpha]: Colour, ground: Colour): Colour {
  const mix = (top: number, below: number): number => top * alpha + below * (1 - alpha);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1];
}

/** Grounds from the inside out, down to the page's own. */
export function flatten(layers: readonly Colour[]): Colour {
  return layers.reduceRight<Colour>((ground, layer) => over(layer, ground), [255, 255, 255, 1]);
}

export interface Painted {
  /** The element's words, or its slot. */
  readonly label: string;
  readonly colour: Colour;
  readonly background: Colour;
  /** Its own and those behind it, from the inside out, the canvas last. */
  readonly grounds: readonly Colour[];
  readonly borderWidth: number;
  readonly borderColour: Colour;
  readonly radius: number;
}

/** What is painted for the first visible element of a selector. */
export async function paintedPart(page: Page, selector: string): Promise<Painted> {
  const [part] = await readPainted(page, selector, false);
  if (!part) throw new Error(`Nothing to be seen matches ${selector}.`);
  return part;
}

/** Each element with words of its own that can be read, inside of a selector. */
export function paintedWords(page: Page, selector: string): Promise<Painted[]> {
  return readPainted(page, `${selector} *`, true);
}

function readPainted(page: Page, selector: string, onlyWords: boolean): Promise<Painted[]> {
  return page.evaluate(
    ({ selector: wanted, onlyWords: words }) => {
      const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      if (!pixel) throw new Error('This browser paints no canvas.');
      /** Colours come in any notation; a painted pixel has numbers. */
      const read = (colour: string): [number, number, number, number] => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = colour;
        pixel.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
        return [red, green, blue, alpha / 255];
      };
      const canvas = document.createElement('i');
      canvas.style.color = 'Canvas';
      document.documentElement.append(canvas);
      const canvasColour = read(getComputedStyle(canvas).color);
      canvas.remove();

      const ownWords = (element: Element): string =>
        [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent?.trim() ?? '')
          .join(' ')
          .trim();
      const isSeen = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect();
        const isThere = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        return isThere && width > 2 && height > 2;
      };
      return [...document.querySelectorAll(wanted)]
        .filter((element) => isSeen(element) && !element.closest(':disabled, [aria-disabled="true"]'))
        .filter((element) => !words || ownWords(element) !== '')
        .map((element) => {
          const style = getComputedStyle(element);
          const grounds: [number, number, number, number][] = [];
          for (let at: Element | null = element; at; at = at.parentElement) {
            grounds.push(read(getComputedStyle(at).backgroundColor));
          }
          return {
            label: words ? ownWords(element).slice(0, 60) : (element.getAttribute('data-slot') ?? wanted),
            colour: read(style.color),
            background: read(style.backgroundColor),
            grounds: [...grounds, canvasColour],
            borderWidth: Number.parseFloat(style.borderTopWidth),
            borderColour: read(style.borderTopColor),
            radius: Number.parseFloat(style.borderTopLeftRadius),
          };
        });
    },
    { selector, onlyWords },
  );
}
