/**
 * Threadkit's server with the responses of the scripted engine. Arguments: pace in ms (0: full speed), and a SQLite file or the
 * connection string of a PostgreSQL database (default: memory).
 */
import { createServer, memoryStorage, type Storage } from '@threadkit/server';
import { serve, sqliteStorage } from '@threadkit/server/node';
import { postgresStorage } from '@threadkit/server/postgres';
import { pacedEngine } from './paced-engine.ts';

const [, , paceMs = '0', database] = process.argv;

function storageOf(name: string | undefined): Storage {
  if (name === undefined) return memoryStorage();
  return name.startsWith('postgres') ? postgresStorage({ connectionString: name }) : sqliteStorage(name);
}

const { url } = await serve({
  server: createServer({
    storage: storageOf(database),
    engine: pacedEngine(Number(paceMs)),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_bench', model: 'scripted', instructions: 'Be brief.' }],
  }),
  port: 0,
});
console.log(`listening on ${url}`);
