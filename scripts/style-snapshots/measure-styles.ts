/** Computed styles and geometry of one element: lengths in pixels, colors as `#rrggbb` or `#rrggbbaa`. */
export type ElementStyles = Readonly<Record<string, number | string>>;

export interface PageStyles {
  /** By path of slots and tags, in document order: `thread/thread-viewport/chat-run[2]/notice`. */
  readonly styles: Readonly<Record<string, ElementStyles>>;
  /** Messages about text that is cut off or leaves its column, and about siblings that overlap. */
  readonly problems: readonly string[];
}

/**
 * Measures the chat of a page. Runs in the page, so it must not use anything from the module scope. Positions are
 * relative to the parent, so that they do not depend on scrolling.
 */
export function measureStyles(): PageStyles {
  const styles: Record<string, ElementStyles> = {};
  const problems: string[] = [];
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('This browser has no 2D canvas, which is needed to read colors.');
  type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

  const rgbaOf = (color: string): Rgba => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const hexOf = (color: string): string => {
    const [red, green, blue, alpha] = rgbaOf(color);
    const parts = alpha === 1 ? [red, green, blue] : [red, green, blue, Math.round(alpha * 255)];
    return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  const over = (top: Rgba, alpha: number, background: Rgba): Rgba => [
    top[0] * alpha + background[0] * (1 - alpha),
    top[1] * alpha + background[1] * (1 - alpha),
    top[2] * alpha + background[2] * (1 - alpha),
    1,
  ];
  const luminance = ([red, green, blue]: Rgba): number => {
    const linear = (part: number): number =>
      part <= 10.31 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  /** WCAG contrast of an element's text with its background. */
  const contrastOf = (element: Element): number => {
    const above: Element[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) above.unshift(at);
    let background = rgbaOf('Canvas');
    let opacity = 1;
    for (const each of above) {
      const style = getComputedStyle(each);
      opacity *= Number(style.opacity);
      const color = rgbaOf(style.backgroundColor);
      background = over(color, color[3] * opacity, background);
    }
    const foreground = rgbaOf(getComputedStyle(element).color);
    const [dark = 0, light = 0] = [
      luminance(over(foreground, foreground[3] * opacity, background)),
      luminance(background),
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

  function stylesOf(element: Element, parent: Element, before: Element | undefined): ElementStyles {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const place = parent.getBoundingClientRect();
    const top = before ? before.getBoundingClientRect().bottom : place.top - parent.scrollTop;
    const radius = collapse(
      ['top-left', 'top-right', 'bottom-right', 'bottom-left'].map((corner) =>
        style.getPropertyValue(`border-${corner}-radius`),
      ),
    );
    const values: Record<string, number | string> = {};
    // The position and height of inline elements depend on the font.
    if (!style.display.startsWith('inline')) {
      values['left'] = round(box.left - place.left + parent.scrollLeft);
      values['right'] = round(place.right - box.right - parent.scrollLeft);
      values['above'] = round(box.top - top);
    }
    if (style.display !== 'inline') {
      values['width'] = round(box.width);
      values['height'] = round(box.height);
    }
    const set = (name: string, value: string, initial: string): void => {
      if (value !== initial) values[name] = value;
    };
    if (/flex|grid/.test(style.display)) values['display'] = style.display;
    set('padding', collapse(sides(style, 'padding')), '0px');
    set('gap', collapse([style.rowGap, style.columnGap]), 'normal');
    set('background', hexOf(style.backgroundColor), '#00000000');
    set('border', bordersOf(style), 'none');
    set('radius', radius, '0px');
    set('opacity', style.opacity, '1');
    if (element instanceof SVGElement) values['color'] = hexOf(style.color);
    const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
    if (!hasText(element) && !isField) return values;
    values['color'] = hexOf(style.color);
    values['font'] = `${style.fontWeight} ${style.fontSize}/${style.lineHeight}`;
    values['family'] = style.fontFamily.split(',')[0]?.replaceAll('"', '') ?? '';
    set('font-style', style.fontStyle, 'normal');
    set('align', style.textAlign, 'start');
    set('decoration', style.textDecorationLine, 'none');
    if (isField) values['placeholder'] = hexOf(getComputedStyle(element, '::placeholder').color);
    if (Number(style.opacity) > 0) values['contrast'] = contrastOf(element);
    return values;
  }

  const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowX);

  /** Reports text that is cut off, or that leaves its column although no ancestor scrolls. */
  function findTextProblems(element: Element, path: string): void {
    if (!(element instanceof HTMLElement) || !hasText(element)) return;
    const style = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    if (isCut && style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis') {
      problems.push(`${path}: text is cut off`);
    }
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (scrolls(at)) return;
      const slot = at.getAttribute('data-slot');
      if (slot !== 'thread-column' && slot !== 'thread') continue;
      const [box, column] = [element.getBoundingClientRect(), at.getBoundingClientRect()];
      if (box.left < column.left - 1 || box.right > column.right + 1)
        problems.push(`${path}: text leaves its ${slot}`);
      return;
    }
  }

  function findOverlaps(shown: readonly (readonly [Element, string])[]): void {
    const inFlow = shown.filter(([element]) => /static|relative/.test(getComputedStyle(element).position));
    for (const [index, [one, path]] of inFlow.entries()) {
      const a = one.getBoundingClientRect();
      for (const [other, otherPath] of inFlow.slice(index + 1)) {
        const b = other.getBoundingClientRect();
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 1 && getComputedStyle(one).display !== 'inline') {
          problems.push(`${path}: overlaps ${otherPath}`);
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
      // Only for screen readers.
      if (name === 'announcer') continue;
      const isOne = names.filter((each) => each === name).length === 1;
      const number = names.slice(0, index + 1).filter((each) => each === name).length;
      const path = `${parentPath}${parentPath === '' ? '' : '/'}${name}${isOne ? '' : `[${number}]`}`;
      const style = getComputedStyle(element);
      if (style.display === 'contents') walk(element, path);
      if (style.display === 'contents') continue;
      if (style.display === 'none' || style.visibility === 'hidden') {
        styles[path] = { shown: 'no' };
        continue;
      }
      styles[path] = stylesOf(element, parent, shown.at(-1)?.[0]);
      shown.push([element, path]);
      findTextProblems(element, path);
      if (!(element instanceof SVGElement)) walk(element, path);
    }
    findOverlaps(shown);
  }

  const root = document.querySelector('[data-slot="thread"]');
  if (!root?.parentElement) throw new Error('This page has no thread to measure.');
  styles['thread'] = stylesOf(root, root.parentElement, undefined);
  walk(root, 'thread');
  return { styles, problems };
}
