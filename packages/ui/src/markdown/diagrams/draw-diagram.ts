/** The part of mermaid that is used; version 10 or later. */
export interface Mermaid {
  initialize(config: Readonly<Record<string, unknown>>): void;
  /** Resolves with the source of an SVG document. Rejects if `text` is not a valid diagram. */
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}

/** A diagram as an image that runs and loads nothing. */
export interface DrawnDiagram {
  /** A `data:` URL. */
  readonly src: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export type DiagramTheme = 'light' | 'dark';

/** Size of the cache: rows unmount and mount again while the reader scrolls. */
const MAX_CACHED = 50;

/**
 * Draws diagrams one after another, because mermaid's configuration is global.
 *
 * The text is untrusted. mermaid parses it with `securityLevel: 'strict'` and without HTML labels; the result becomes an
 * image, in which the browser runs no script, follows no link and loads nothing.
 */
export function createDrawer(mermaid: Mermaid): (code: string, theme: DiagramTheme) => Promise<DrawnDiagram> {
  const drawn = new Map<string, Promise<DrawnDiagram>>();
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  async function draw(code: string, theme: DiagramTheme): Promise<DrawnDiagram> {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: theme === 'dark' ? 'dark' : 'neutral',
      htmlLabels: false,
      flowchart: { htmlLabels: false },
      suppressErrorRendering: true,
    });
    count += 1;
    const { svg } = await mermaid.render(`tk-diagram-${count}`, code);
    return toImage(svg);
  }

  return (code, theme) => {
    const key = `${theme}:${code}`;
    const before = drawn.get(key);
    if (before) return before;
    const drawing = last.then(() => draw(code, theme));
    last = drawing.catch(() => undefined);
    drawn.set(key, drawing);
    const oldest = drawn.size > MAX_CACHED ? drawn.keys().next().value : undefined;
    if (oldest !== undefined) drawn.delete(oldest);
    return drawing;
  };
}

/** Sets the intrinsic size that an image needs: mermaid's documents fill their container. */
export function toImage(svg: string): DrawnDiagram {
  const box = /viewBox="\s*-?[\d.]+[ ,]+-?[\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)\s*"/.exec(svg);
  const width = Math.ceil(Number(box?.[1] ?? 480));
  const height = Math.ceil(Number(box?.[2] ?? 320));
  const sized = svg.replace(/<svg\b[^<>]*>/, (tag) =>
    tag
      .replace(/\s(?:width|height)="[^"]*"/g, '')
      .replace(/^<svg/, `<svg width="${width}" height="${height}"`),
  );
  return { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`, width, height };
}
