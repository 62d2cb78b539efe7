import { describe, expect, it } from 'vitest';
import { pdfLines, pdfOfPages, pdfStream } from '../testing/pdf-document.ts';
import { paragraph, wordDocument, wordPart } from '../testing/word-document.ts';
import { zipArchive } from '../testing/zip-archive.ts';
import { documentReader } from './create-document-reader.ts';
import type { DocumentFormat } from './document-reader.ts';

const read = (format: DocumentFormat, bytes: Uint8Array<ArrayBuffer>) =>
  documentReader().readText({
    filename: 'a',
    format,
    content: new Blob([bytes]).stream(),
    signal: new AbortController().signal,
  });

describe('documentReader', () => {
  it('the text of a PDF has its lines, and a blank line between two pages', async () => {
    const pages = [pdfLines('Travel of up to three days', 'needs no approval.'), pdfLines('Receipts')];
    expect(await read('pdf', pdfOfPages(pages))).toEqual({
      text: 'Travel of up to three days\nneeds no approval.\n\nReceipts',
    });
  });

  it('a PDF with a Japanese font that names its table of characters has its text', async () => {
    const font = [
      '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /90ms-RKSJ-H /DescendantFonts [4 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>',
      '<< /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ] as const;
    // In Shift JIS.
    const content = 'BT /F 12 Tf 72 720 Td <93fa967b8cea82cc95b68f91> Tj ET';
    expect(await read('pdf', pdfOfPages([content], { font }))).toEqual({ text: '日本語の文書' });
  });

  it('a PDF with an embedded table of characters has its text, Arabic in the order of reading', async () => {
    const letters = Array.from('سلام', (letter, index) => {
      const code = (index + 1).toString(16).padStart(4, '0');
      return `<${code}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`;
    });
    const table = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange
${letters.length} beginbfchar ${letters.join('\n')} endbfchar endcmap end`;
    const font = [
      '<< /Type /Font /Subtype /Type0 /BaseFont /Arabic /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arabic /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
      '<< /Type /FontDescriptor /FontName /Arabic /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
      pdfStream(table),
    ] as const;
    // Glyphs from the left to the right, as they are drawn.
    const content = 'BT /F 12 Tf 72 720 Td <0004000300020001> Tj ET';
    expect(await read('pdf', pdfOfPages([content], { font }))).toEqual({ text: 'سلام' });
  });

  it('the text of a Word document has a line for each paragraph and row, and tabs between cells', async () => {
    const cell = (text: string): string => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`;
    const xml = wordPart(
      `${paragraph('日本語の文書')}${paragraph('مرحبا بالعالم')}<w:tbl><w:tr>${cell('Name')}${cell('Days')}</w:tr><w:tr>${cell('Travel')}${cell('3 &amp; more')}</w:tr></w:tbl>${paragraph('End')}`,
    );
    const notes = { name: 'word/footnotes.xml', content: wordPart(paragraph('A note.')) };
    expect(await read('zip', wordDocument(xml, [notes]))).toEqual({
      text: '日本語の文書\nمرحبا بالعالم\nName\tDays\nTravel\t3 & more\nEnd\nA note.',
    });
  });

  it('another archive is no supported file', async () => {
    const archive = zipArchive([{ name: 'xl/workbook.xml', content: '<workbook/>' }]);
    expect(await read('zip', archive)).toMatchObject({ error: { code: 'unsupported_file' } });
  });

  it('a PDF without text is refused with what to do', async () => {
    expect(await read('pdf', pdfOfPages(['0 0 100 100 re f']))).toEqual({
      error: { code: 'invalid_file', message: expect.stringContaining('OCR') },
    });
  });
});
