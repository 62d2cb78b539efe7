/**
 * The parts of the server that need Node 22.13 or later: an HTTP listener, and storage in a SQLite file.
 *
 * @example
 * ```ts
 * import { createServer, scripted } from '@threadkit/server';
 * import { serve, sqliteStorage } from '@threadkit/server/node';
 *
 * const server = createServer({
 *   storage: sqliteStorage('threads.sqlite'),
 *   engine: scripted(),
 *   authorize: 'allow-everyone',
 * });
 *
 * await serve({ server, port: 4010 });
 * ```
 *
 * @packageDocumentation
 */

export type { FileStore } from './files/file-store.ts';
export { folderFileStore } from './node/folder-file-store.ts';
export { type RunningServer, type ServeOptions, serve } from './node/serve.ts';
export { type SqliteStorageOptions, sqliteStorage } from './storage/sqlite/sqlite-storage.ts';
