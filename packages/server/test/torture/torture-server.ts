/**
 * A server of the torture tests. Arguments: connection string or `sqlite:<file>`, schema, lease in ms, pace in ms, and `pooled` behind a
 * transaction pooler.
 */

import { scripted } from '../../src/engines/scripted/scripted.ts';
import { serve } from '../../src/node/serve.ts';
import { createServer } from '../../src/server/create-server.ts';
import { postgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { sqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';

const [, , connectionString = '', schema = '', leaseMs = '0', paceMs = '0', mode = ''] = process.argv;

const storage = connectionString.startsWith('sqlite:')
  ? sqliteStorage(connectionString.slice('sqlite:'.length))
  : postgresStorage({
      connectionString,
      schema,
      maxConnections: 6,
      transactionPooling: mode === 'pooled',
      // Longer than any fault of the test.
      retryForMs: 30_000,
    });

const { url, close } = await serve({
  server: createServer({
    storage,
    engine: scripted({ paceMs: Number(paceMs) }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'scripted', instructions: 'Hi.' }],
    leaseMs: Number(leaseMs),
    log: ({ level, message }) => {
      if (level === 'error') console.log(message);
    },
  }),
  port: 0,
});
process.once('SIGTERM', () => void close());
console.log(`listening on ${url}`);
