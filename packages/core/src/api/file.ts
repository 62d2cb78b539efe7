import type { Operation } from './operations.ts';

/** What a file is for. `vision`: an image of a message. `assistants`: what a tool reads. */
export type FilePurpose = 'assistants' | 'vision' | 'user_data';

/**
 * @see The API reference, "The file object". Hosted services know more purposes than can be asked for here.
 */
export interface FileObject {
  id: string;
  object: 'file';
  /** Size of the content. */
  bytes: number;
  /** Unix seconds. */
  created_at: number;
  expires_at?: number | null;
  filename: string;
  purpose: FilePurpose | (string & {});
  /** Deprecated by the reference, and still in every answer. */
  status?: 'uploaded' | 'processed' | 'error';
}

export interface DeletedFile {
  id: string;
  object: 'file';
  deleted: true;
}

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
