/** What one element of a page looks like: lengths in pixels, colours as `#rrggbb` or `#rrggbbaa`. */
export type Look = Readonly<Record<string, number | string>>;

export interface PageLooks {
  /** By path of slots and tags, in the order of the document: `thread/thread-viewport/turn[2]/notice`. */
  readonly looks: Readonly<Record<string, Look>>;
  /** Text that is cut off or leaves its column, siblings that overlap: sentences. None is right. */
  readonly faults: readonly string[];
}

/** Runs in a page and closes over nothing. Positions are relative to the parent, so that no scrolling changes them. */
export function readLooks(): PageLooks {
  const looks: Record<string, Look> = {};
  const faults: string[] = [];
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('This browser has no 2D canvas, which colours are read with.');
  type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

  const rgbaOf = (color: string): Rgba => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const hexOf = (color: string): string => {
    const [red, green, blue, alpha] = rgbaOf(color);
    const parts = alpha === 1 ? [red, green, blue] : [red, green, blue, Math.round(alpha * 255)];
    return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  const over = (top: Rgba, alpha: number, ground: Rgba): Rgba => [
    top[0] * alpha + ground[0] * (1 - alpha),
    top[1] * alpha + ground[1] * (1 - alpha),
    top[2] * alpha + ground[2] * (1 - alpha),
    1,
  ];
  const luminance = ([red, green, blue]: Rgba): number => {
    const linear = (part: number): number =>
      part <= 10.31 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  /** WCAG's contrast of an element's text with what is painted below it. */
  const contrastOf = (element: Element): number => {
    const above: Element[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) above.unshift(at);
    let ground = rgbaOf('Canvas');
    let opacity = 1;
    for (const each of above) {
      const style = getComputedStyle(each);
      opacity *= Number(style.opacity);
      const color = rgbaOf(style.backgroundColor);
      ground = over(color, color[3] * opacity, ground);
    }
    const ink = rgbaOf(getComputedStyle(element).color);
    const [dark = 0, light = 0] = [
      luminance(over(ink, ink[3] * opacity, ground)),
      luminance(ground),
    ].toSorted((a, b) => a - b);
    return Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100;
  };
  const round = (length: number): number => Math.round(length * 100) / 100;
  const sides = (style: CSSStyleDeclaration, before: string, after = ''): string[] =>
    ['top', 'right', 'bottom', 'left'].map((side) => style.getPropertyValue(`${before}-${side}${after}`));
  const collapse = (values: readonly string[]): string =>
    values.every((value) => value === values[0]) ? (values[0] ?? '') : values.join(' ');
  const hasText = (element: Element): boolean =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');

  function bordersOf(style: CSSStyleDeclaration): string {
    const widths = sides(style, 'border', '-width');
    const kinds = sides(style, 'border', '-style');
    const colors = sides(style, 'border', '-color');
    const drawn = widths.map((width, side) =>
      kinds[side] === 'none' || width === '0px'
        ? 'none'
        : `${width} ${kinds[side]} ${hexOf(colors[side] ?? '')}`,
    );
    return drawn.every((one) => one === drawn[0]) ? (drawn[0] ?? '') : drawn.join(', ');
  }

  function lookOf(element: Element, parent: Element, before: Element | undefined): Look {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const place = parent.getBoundingClientRect();
    const top = before ? before.getBoundingClientRect().bottom : place.top - parent.scrollTop;
    const radius = collapse(
      ['top-left', 'top-right', 'bottom-right', 'bottom-left'].map((corner) =>
        style.getPropertyValue(`border-${corner}-radius`),
      ),
    );
    const look: Record<string, number | string> = {};
    // Where a word stands in its line, and how tall it is, is up to the font.
    if (!style.display.startsWith('inline')) {
      look['left'] = round(box.left - place.left + parent.scrollLeft);
      look['right'] = round(place.right - box.right - parent.scrollLeft);
      look['above'] = round(box.top - top);
    }
    if (style.display !== 'inline') {
      look['width'] = round(box.width);
      look['height'] = round(box.height);
    }
    const set = (name: string, value: string, usual: string): void => {
      if (value !== usual) look[name] = value;
    };
    if (/flex|grid/.test(style.display)) look['display'] = style.display;
    set('padding', collapse(sides(style, 'padding')), '0px');
    set('gap', collapse([style.rowGap, style.columnGap]), 'normal');
    set('background', hexOf(style.backgroundColor), '#00000000');
    set('border', bordersOf(style), 'none');
    set('radius', radius, '0px');
    set('opacity', style.opacity, '1');
    if (element instanceof SVGElement) look['color'] = hexOf(style.color);
    const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
    if (!hasText(element) && !isField) return look;
    look['color'] = hexOf(style.color);
    look['font'] = `${style.fontWeight} ${style.fontSize}/${style.lineHeight}`;
    look['family'] = style.fontFamily.split(',')[0]?.replaceAll('"', '') ?? '';
    set('font-style', style.fontStyle, 'normal');
    set('align', style.textAlign, 'start');
    set('decoration', style.textDecorationLine, 'none');
    if (isField) look['placeholder'] = hexOf(getComputedStyle(element, '::placeholder').color);
    if (Number(style.opacity) > 0) look['contrast'] = contrastOf(element);
    return look;
  }

  const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowX);

  /** Text stays inside of its column unless something around it scrolls, and no part of it is cut off. */
  function lookForFaults(element: Element, path: string): void {
    if (!(element instanceof HTMLElement) || !hasText(element)) return;
    const style = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    if (isCut && style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis') {
      faults.push(`${path}: its text is cut off`);
    }
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (scrolls(at)) return;
      const slot = at.getAttribute('data-slot');
      if (slot !== 'thread-column' && slot !== 'thread') continue;
      const [box, column] = [element.getBoundingClientRect(), at.getBoundingClientRect()];
      if (box.left < column.left - 1 || box.right > column.right + 1)
        faults.push(`${path}: it leaves its ${slot}`);
      return;
    }
  }

  function lookForOverlaps(shown: readonly (readonly [Element, string])[]): void {
    const inFlow = shown.filter(([element]) => /static|relative/.test(getComputedStyle(element).position));
    for (const [index, [one, path]] of inFlow.entries()) {
      const a = one.getBoundingClientRect();
      for (const [other, otherPath] of inFlow.slice(index + 1)) {
        const b = other.getBoundingClientRect();
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 1 && getComputedStyle(one).display !== 'inline') {
          faults.push(`${path}: it overlaps ${otherPath}`);
        }
      }
    }
  }

  const nameOf = (element: Element): string =>
    element.getAttribute('data-slot') ?? element.tagName.toLowerCase();

  function walk(parent: Element, parentPath: string): void {
    const names = Array.from(parent.children, nameOf);
    const shown: (readonly [Element, string])[] = [];
    for (const [index, element] of [...parent.children].entries()) {
      const name = names[index] ?? '';
      // Text for screen readers alone.
      if (name === 'announcer') continue;
      const isOne = names.filter((each) => each === name).length === 1;
      const number = names.slice(0, index + 1).filter((each) => each === name).length;
      const path = `${parentPath}${parentPath === '' ? '' : '/'}${name}${isOne ? '' : `[${number}]`}`;
      const style = getComputedStyle(element);
      if (style.display === 'contents') walk(element, path);
      if (style.display === 'contents') continue;
      if (style.display === 'none' || style.visibility === 'hidden') {
        looks[path] = { shown: 'no' };
        continue;
      }
      looks[path] = lookOf(element, parent, shown.at(-1)?.[0]);
      shown.push([element, path]);
      lookForFaults(element, path);
      if (!(element instanceof SVGElement)) walk(element, path);
    }
    lookForOverlaps(shown);
  }

  const root = document.querySelector('[data-slot="thread"]');
  if (!root?.parentElement) throw new Error('There is no thread on this page to look at.');
  looks['thread'] = lookOf(root, root.parentElement, undefined);
  walk(root, 'thread');
  return { looks, faults };
}
