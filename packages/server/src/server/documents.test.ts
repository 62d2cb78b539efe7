import { expect, it } from 'vitest';
import { documentReader } from '../documents/create-document-reader.ts';
import type { DocumentReader } from '../documents/document-reader.ts';
import { pdfLines, pdfOfPages } from '../testing/pdf-document.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { paragraph, wordDocument, wordPart } from '../testing/word-document.ts';
import { zipArchive } from '../testing/zip-archive.ts';

/** A server with a vector store. */
async function fixture(documents?: DocumentReader) {
  const { caller, log, faults } = testServer({ documents });
  const store = await caller.ask('vectorStore', 'POST', '/vector_stores', {});
  return {
    log,
    faults,
    async addFile(name: string, bytes: Uint8Array<ArrayBuffer>) {
      const form = new FormData();
      form.append('purpose', 'assistants');
      form.append('file', new File([bytes], name));
      const { id } = await caller.ask('file', 'POST', '/files', form);
      const path = `/vector_stores/${store.id}/files`;
      await caller.ask('vectorStoreFile', 'POST', path, { file_id: id });
      const get = () => caller.ask('vectorStoreFile', 'GET', `${path}/${id}`);
      await until(async () => (await get()).status !== 'in_progress');
      return get();
    },
    async search(query: string): Promise<unknown> {
      return caller.ask('searchResults', 'POST', `/vector_stores/${store.id}/search`, {
        query,
      });
    },
  };
}

it('PDF files and Word documents in a vector store are searched', async () => {
  const { addFile, search, faults } = await fixture(documentReader());
  const pdf = pdfOfPages([pdfLines('Travel of up to three days needs no approval.')]);
  expect(await addFile('travel.pdf', pdf)).toMatchObject({ status: 'completed', last_error: null });
  // The content says what a file is.
  await addFile('receipts.txt', wordDocument(wordPart(paragraph('Receipts are due within 30 days.'))));
  expect(await search('receipts')).toMatchObject({
    data: [{ filename: 'receipts.txt', content: [{ text: 'Receipts are due within 30 days.' }] }],
  });
  expect(await search('approval')).toMatchObject({ data: [{ filename: 'travel.pdf' }] });
  expect(faults).toEqual([]);
});

it('a document that cannot be read fails with the reason, and the server goes on', async () => {
  const { addFile, faults } = await fixture(documentReader({ limits: { pages: 1 } }));
  const page = pdfLines('text');
  expect(await addFile('a.pdf', pdfOfPages([page, page]))).toMatchObject({
    status: 'failed',
    last_error: {
      code: 'invalid_file',
      message: 'The PDF has more than 1 pages. Split it into several files, and upload these.',
    },
  });
  const table = zipArchive([{ name: 'xl/workbook.xml', content: '<workbook/>' }]);
  expect(await addFile('a.xlsx', table)).toMatchObject({ last_error: { code: 'unsupported_file' } });
  expect(await addFile('a.pdf', pdfOfPages([page]))).toMatchObject({ status: 'completed' });
  expect(faults).toEqual([]);
});

it('without a reader, documents fail as unsupported, and the operator is told once', async () => {
  const { addFile, log } = await fixture();
  const unsupported = { status: 'failed', last_error: { code: 'unsupported_file' } };
  expect(await addFile('a.zip', zipArchive([{ name: 'a', content: 'a' }]))).toMatchObject(unsupported);
  expect(log).toEqual([]);
  for (const name of ['a.pdf', 'b.pdf']) {
    expect(await addFile(name, pdfOfPages([pdfLines('text')]))).toMatchObject(unsupported);
  }
  expect(log).toMatchObject([
    { level: 'warn', event: 'documents_not_read', message: expect.stringContaining('documentReader()') },
  ]);
});

it('a fault of the reader is one of the server', async () => {
  const { addFile, faults } = await fixture({
    readText: () => Promise.reject(new Error('The process is gone.')),
  });
  expect(await addFile('a.pdf', pdfOfPages([]))).toMatchObject({
    status: 'failed',
    last_error: { code: 'server_error' },
  });
  expect(faults).toMatchObject([{ message: 'The process is gone.' }]);
});
