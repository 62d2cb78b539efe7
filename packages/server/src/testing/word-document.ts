import { type ZipEntry, zipArchive } from './zip-archive.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** An XML part of a Word document. */
export const wordPart = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${NAMESPACE}"><w:body>${content}</w:body></w:document>`;

/** A paragraph. */
export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word document as Word writes it, with other files in its archive. */
export function wordDocument(xml: string, others: readonly ZipEntry[] = []): Uint8Array<ArrayBuffer> {
  return zipArchive([
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: 'word/document.xml', content: xml },
    ...others,
  ]);
}
