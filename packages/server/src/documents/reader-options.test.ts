import { sep } from 'node:path';
import { expect, it } from 'vitest';
import { type DocumentReaderOptions, documentReader } from './create-document-reader.ts';
import { readableFolders } from './installed-libraries.ts';

it.each([
  [{ limit: {} }, 'documentReader has no option "limit". There are: limits.'],
  [{ limits: 5 }, 'documentReader: limits is 5. Pass an object'],
  [{ limits: { page: 5 } }, 'documentReader: limits has no member "page". There are: fileBytes, pages'],
  [{ limits: { pages: 0 } }, 'documentReader: limits.pages is 0. Set it to a whole number from 1'],
  [{ limits: { memoryBytes: 1000 } }, 'documentReader: limits.memoryBytes is 1000.'],
  [null, 'The argument of documentReader is null.'],
])('documentReader refuses %j with what to do', (options, message) => {
  expect(() => documentReader(options as DocumentReaderOptions)).toThrow(message);
});

it('the process may read folders of modules and this package only', () => {
  const folders = readableFolders();
  const others = folders.filter((folder) => !folder.endsWith(`${sep}node_modules${sep}`));
  expect(others).toHaveLength(2);
  for (const folder of others)
    expect(folder).toMatch(/[\\/]packages[\\/]server[\\/](?:src[\\/]|package\.json)$/);
});
