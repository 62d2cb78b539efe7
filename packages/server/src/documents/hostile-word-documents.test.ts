import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { paragraph, wordDocument, wordPart } from '../testing/word-document.ts';
import { zipArchive } from '../testing/zip-archive.ts';
import { DocumentFailureError } from './document-failure.ts';
import { type DocumentLimits, readLimits } from './document-limits.ts';
import { readDocx } from './read-docx.ts';
import { createTextSink } from './text-sink.ts';

const MiB = 1024 * 1024;

/** What the process does with a Word document, without the process. */
async function read(bytes: Uint8Array<ArrayBuffer>, given?: DocumentLimits) {
  const limits = readLimits(given, 'test');
  const pieces: string[] = [];
  const sink = createTextSink(limits.textChars, (piece) => pieces.push(piece));
  try {
    await readDocx(bytes, limits, sink);
    sink.end();
    return { text: pieces.join('') };
  } catch (error) {
    return { failure: error instanceof DocumentFailureError ? error.failure : 'damaged' };
  }
}

describe('archives', () => {
  const text = wordPart(paragraph('text'));
  const spaces = Buffer.alloc(48 * MiB, ' ');

  it('a file that is packed too well is not unpacked to its end', async () => {
    const bomb = wordPart(`<w:p>${spaces.toString()}</w:p>`);
    expect(await read(wordDocument(bomb), {})).toEqual({ failure: 'unpackedRatio' });
  });

  it('what is unpacked is counted, whatever the archive says', async () => {
    const deflated = deflateRawSync(wordPart(paragraph('many words '.repeat(20_000))));
    const limits = { unpackedBytes: 100_000 };
    for (const declaredBytes of [50, 99_999, 220_000]) {
      const archive = zipArchive([{ name: 'word/document.xml', content: '', deflated, declaredBytes }]);
      expect(await read(archive, limits)).toMatchObject({
        failure:
          declaredBytes > 100_000 ? 'unpackedBytes' : expect.stringMatching(/^(?:damaged|unpackedBytes)$/),
      });
    }
  });

  it.each([0, 10, 2 ** 40])(
    'a zip64 archive that says %d bytes and has others is damaged',
    async (declaredBytes) => {
      const archive = zipArchive([{ name: 'word/document.xml', content: text, declaredBytes, zip64: true }]);
      expect(await read(archive)).toEqual({ failure: 'damaged' });
    },
  );

  it('an archive in an archive is not opened', async () => {
    const inner = wordDocument(wordPart(paragraph('inner')));
    expect(await read(zipArchive([{ name: 'a.docx', content: inner }]))).toEqual({
      failure: 'no_word_document',
    });
    const outer = zipArchive([{ name: 'word/document.xml', content: inner }]);
    expect(await read(outer)).toEqual({ failure: 'damaged' });
  });

  it.each(['../../../tmp/evil', '/etc/passwd', 'C:/evil', 'word/../../evil'])(
    'an archive with the name %s is damaged',
    async (name) => {
      expect(await read(wordDocument(text, [{ name, content: 'evil' }]))).toEqual({ failure: 'damaged' });
    },
  );

  it('an archive with two main parts of one name is damaged', async () => {
    const twice = { name: 'word/document.xml', content: text };
    expect(await read(wordDocument(text, [twice]))).toEqual({ failure: 'damaged' });
  });

  it('an archive with too many files is refused', async () => {
    const others = Array.from({ length: 50 }, (_, index) => ({ name: `word/${index}`, content: '' }));
    const limits = { archiveEntries: 50 };
    expect(await read(wordDocument(text, others), limits)).toEqual({ failure: 'archiveEntries' });
  });

  it.each(['PK\x03\x04', 'PK\x03\x04'.repeat(1000)])(
    'an archive without its directory is damaged',
    async (content) => {
      expect(await read(new TextEncoder().encode(content))).toEqual({ failure: 'damaged' });
    },
  );
});

describe('XML of Word documents', () => {
  const withDeclaration = (declaration: string, content: string): string =>
    wordPart(paragraph(content)).replace('?>\n', `?>\n${declaration}\n`);

  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['an external document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">', 'text'],
    [
      'entities of entities',
      `<!DOCTYPE a [<!ENTITY a "ha">${Array.from(
        'bcdefghij',
        (name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`,
      ).join('')}]>`,
      '&j;',
    ],
  ])('a document with %s is refused', async (_, declaration, content) => {
    expect(await read(wordDocument(withDeclaration(declaration, content)))).toEqual({
      failure: 'has_doctype',
    });
  });

  it('an entity that is not declared stays as it is written', async () => {
    expect(await read(wordDocument(wordPart(paragraph('&x; &#x26;'))))).toEqual({ text: '&x; &' });
  });

  it('elements may be nested in any depth', async () => {
    const depth = 300_000;
    const xml = wordPart(`${'<w:p>'.repeat(depth)}${paragraph('deep')}${'</w:p>'.repeat(depth)}`);
    expect(await read(wordDocument(xml), { unpackedRatio: 10_000 })).toEqual({ text: 'deep' });
  });

  it('bytes that are not the encoding are refused', async () => {
    const xml = Buffer.from(wordPart(paragraph('gr\u00fcn')), 'latin1');
    expect(await read(zipArchive([{ name: 'word/document.xml', content: xml }]))).toEqual({
      failure: 'damaged',
    });
  });
});
