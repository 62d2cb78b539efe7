import type { Operation } from './operations.ts';

/**
 * Operations on files. They are not part of the Assistants API, but its messages refer to files. A separate table, so that
 * an app without files does not load it. Backends declare them with the capability `files`.
 */
// biome-ignore format: a table reads best with one row on one line
export const FILE_OPERATIONS = [
  { name: 'createFile', method: 'POST', path: '/files', ids: [], query: [], body: 'form', stream: false, capability: 'files' },
  { name: 'getFile', method: 'GET', path: '/files/{file_id}', ids: ['file_id'], query: [], body: 'none', stream: false, capability: 'files' },
  { name: 'getFileContent', method: 'GET', path: '/files/{file_id}/content', ids: ['file_id'], query: [], body: 'none', stream: false, capability: 'files' },
  { name: 'deleteFile', method: 'DELETE', path: '/files/{file_id}', ids: ['file_id'], query: [], body: 'none', stream: false, capability: 'files' },
  { name: 'listFiles', method: 'GET', path: '/files', ids: [], query: ['limit', 'order', 'after', 'purpose'], body: 'none', stream: false, capability: 'files' },
] as const satisfies readonly Operation[];

/** The `name` of an operation on files. */
export type FileOperationName = (typeof FILE_OPERATIONS)[number]['name'];
