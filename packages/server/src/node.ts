export { type Served, type ServeOptions, serve } from './node/serve.ts';
export { sqliteStorage } from './storage/sqlite/sqlite-storage.ts';
