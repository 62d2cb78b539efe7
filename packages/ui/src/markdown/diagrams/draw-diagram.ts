/** As much of mermaid as is needed; versions 10 and later. */
export interface Mermaid {
  initialize(config: Readonly<Record<string, unknown>>): void;
  /** Resolves with the diagram as the text of an SVG document. Rejects for text that is no diagram. */
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}

/** A diagram as an image that runs and loads nothing. */
export interface DrawnDiagram {
  /** A `data:` address. */
  readonly src: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export type DiagramTheme = 'light' | 'dark';

/** Rows come and go while a reader scrolls: what was drawn is kept, this many at most. */
const KEPT = 50;

/**
 * Draws diagrams one after another: mermaid's configuration is one for the page.
 *
 * The text is untrusted. mermaid reads it under its strict rules, with labels as text and not as HTML; what it makes
 * becomes an image, in which the browser runs no script, follows no link and loads nothing.
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
    const oldest = drawn.size > KEPT ? drawn.keys().next().value : undefined;
    if (oldest !== undefined) drawn.delete(oldest);
    return drawing;
  };
}

/** An image needs a size of its own; mermaid's documents fill what they stand in. */
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
