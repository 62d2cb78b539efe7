/** Writes a PDF of objects, numbered from 1. The first is the catalog. */
export function pdfOfObjects(objects: readonly string[], trailer = ''): Uint8Array<ArrayBuffer> {
  const parts = ['%PDF-1.7\n'];
  const offsets: number[] = [];
  let at = parts.join('').length;
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    at += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(`xref\n0 ${size}\n0000000000 65535 f \n${table}`);
  parts.push(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`);
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));
}

/** A stream object; `content` in Latin-1. */
export const pdfStream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

export interface PdfOptions {
  /** An object for the font, and objects that it refers to, numbered from 4. @defaultValue Helvetica */
  readonly font?: readonly [string, ...string[]] | undefined;
  /** More entries of the catalog. @defaultValue none */
  readonly catalog?: string | undefined;
  /** More entries of each page. @defaultValue none */
  readonly page?: string | undefined;
}

/** A PDF whose pages have these content streams, which use the font `/F`. */
export function pdfOfPages(
  contents: readonly string[],
  { font = [FONT], catalog = '', page = '' }: PdfOptions = {},
): Uint8Array<ArrayBuffer> {
  const first = 3 + font.length;
  const kids = contents.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  const pages = contents.flatMap((content, index) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 1 + 2 * index} 0 R
/Resources << /Font << /F 3 0 R >> >> ${page} >>`,
    pdfStream(content),
  ]);
  return pdfOfObjects([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    ...font,
    ...pages,
  ]);
}

/** A content stream with lines of text in the encoding of the font. */
export const pdfLines = (...lines: readonly string[]): string =>
  `BT /F 12 Tf 14 TL 72 720 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
