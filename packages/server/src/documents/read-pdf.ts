import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { DocumentFailureError } from './document-failure.ts';
import type { CheckedLimits } from './document-limits.ts';
import type { TextSink } from './text-sink.ts';
import { type DrawnText, readLine } from './visual-line.ts';

/** Adds the text of a PDF, with a blank line between two pages. */
export async function readPdf(
  data: Uint8Array<ArrayBuffer>,
  limits: CheckedLimits,
  sink: TextSink,
): Promise<void> {
  const { getDocument, VerbosityLevel } = await importPdfJs();
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    // Old documents in Chinese, Japanese and Korean name a table of characters instead of containing it.
    cMapUrl: join(folder, 'cmaps') + sep,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
  });
  const document = await task.promise.catch((error: unknown) => {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    throw new DocumentFailureError(isEncrypted ? 'encrypted' : 'damaged', { cause: error });
  });
  if (document.numPages > limits.pages) throw new DocumentFailureError('pages');
  const lines = createLines(sink);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const reader = page.streamTextContent().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const item of (value as { readonly items: readonly PageItem[] }).items) lines.add(item);
    }
    lines.endPage();
    page.cleanup();
  }
}

/** A run of characters; those of marked content have no text. */
interface PageItem {
  readonly str?: string;
  readonly hasEOL?: boolean;
  /** The last two numbers are the place on the page. */
  readonly transform?: readonly number[];
}

/** A line that is longer is read in parts. */
const MAX_LINE_ITEMS = 5000;

/** Adds lines, and a blank line between two pages that have text. */
function createLines(sink: TextSink) {
  let separator = '';
  let line: DrawnText[] = [];

  function endLine(next: string): void {
    const text = readLine(line);
    line = [];
    if (text !== '') {
      sink.add(separator + text);
      separator = next;
    } else if (separator !== '' && next.length > separator.length) separator = next;
  }

  return {
    add({ str = '', hasEOL = false, transform }: PageItem): void {
      if (str !== '') line.push({ text: str, x: transform?.[4] ?? 0 });
      if (hasEOL) endLine('\n');
      else if (line.length >= MAX_LINE_ITEMS) endLine('');
    },
    endPage: (): void => endLine('\n\n'),
  };
}

/** Classes of the native canvas, which the process cannot load. Nothing is drawn, but the library asks for them. */
const DRAWING = ['DOMMatrix', 'Path2D', 'ImageData'];

async function importPdfJs() {
  for (const name of DRAWING) Object.assign(globalThis, { [name]: function Unused() {} });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
