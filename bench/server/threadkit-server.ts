/** Threadkit's server with the scripted engine. Arguments: pace in ms (0: full speed), SQLite file (default: memory). */
import { createServer, memoryStorage, scripted } from '@threadkit/server';
import { serve, sqliteStorage } from '@threadkit/server/node';

const [, , paceMs = '0', file] = process.argv;

const { url } = await serve({
  server: createServer({
    storage: file === undefined ? memoryStorage() : sqliteStorage(file),
    engine: scripted({ paceMs: Number(paceMs) }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_bench', model: 'scripted', instructions: 'Be brief.' }],
  }),
  port: 0,
});
console.log(`listening on ${url}`);
