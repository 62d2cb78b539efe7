import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { DocumentFailureError } from './document-failure.ts';
import type { CheckedLimits } from './document-limits.ts';
import type { TextSink } from './text-sink.ts';

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
  for (let number = 1; number <= document.numPages; number += 1) {
    if (number > 1) sink.add('\n\n');
    const page = await document.getPage(number);
    const reader = page.streamTextContent().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      addItems(value, sink);
    }
    page.cleanup();
  }
}

/** The items of a piece of a page: runs of characters, some of which end a line. */
function addItems(piece: unknown, sink: TextSink): void {
  const { items } = piece as {
    readonly items: readonly { readonly str?: string; readonly hasEOL?: boolean }[];
  };
  for (const { str = '', hasEOL } of items) sink.add(hasEOL ? `${str}\n` : str);
}

/** Classes of the native canvas, which the process cannot load. Nothing is drawn, but the library asks for them. */
const DRAWING = ['DOMMatrix', 'Path2D', 'ImageData'];

async function importPdfJs() {
  for (const name of DRAWING) Object.assign(globalThis, { [name]: function Unused() {} });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
