import type { Operation } from './operations.ts';

/**
 * Files, which are no part of the Assistants API but which its messages name. A table of its own: who sends no
 * file never loads it. Backends declare with the capability `files` that they keep them.
 */
// biome-ignore format: a table reads best with one row on one line
export const FILE_OPERATIONS = [
  { name: 'createFile', method: 'POST', path: '/files', ids: [], query: [], body: 'form', stream: false, capability: 'files' },
  { name: 'getFile', method: 'GET', path: '/files/{file_id}', ids: ['file_id'], query: [], body: 'none', stream: false, capability: 'files' },
  { name: 'getFileContent', method: 'GET', path: '/files/{file_id}/content', ids: ['file_id'], query: [], body: 'none', stream: false, capability: 'files' },
  { name: 'deleteFile', method: 'DELETE', path: '/files/{file_id}', ids: ['file_id'], query: [], body: 'none', stream: false, capability: 'files' },
] as const satisfies readonly Operation[];

export type FileOperationName = (typeof FILE_OPERATIONS)[number]['name'];
