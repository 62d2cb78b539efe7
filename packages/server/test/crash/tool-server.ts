/**
 * A server with one tool, which writes the id of its call to a file. Arguments: connection string or `sqlite:<file>`, schema, file of
 * the tool, and any of `idempotent` and `hang` (the tool never returns).
 */
import { appendFileSync } from 'node:fs';
import { defineTool } from '@threadkit/core/tools';
import { serve } from '../../src/node/serve.ts';
import { createServer } from '../../src/server/create-server.ts';
import { postgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { sqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { stepEngine } from '../../src/testing/step-engine.ts';

const [connectionString = '', schema = '', file = '', ...modes] = process.argv.slice(2);

const pay = defineTool({
  name: 'pay',
  parameters: { type: 'object' },
  idempotent: modes.includes('idempotent'),
  async execute(_args, { toolCallId }) {
    appendFileSync(file, `${toolCallId}\n`);
    return modes.includes('hang') ? new Promise<string>(() => {}) : 'paid';
  },
});

const { url } = await serve({
  server: createServer({
    storage: connectionString.startsWith('sqlite:')
      ? sqliteStorage(connectionString.slice('sqlite:'.length))
      : postgresStorage({ connectionString, schema, maxConnections: 4 }),
    engine: stepEngine(async (play, { messages }) => {
      const last = messages.at(-1);
      if (last?.role === 'tool') {
        play.say(last.output);
        play.finish();
      } else {
        play.emit({ type: 'tool-call', index: 0, name: 'pay', arguments: '{}' });
        play.finish('tool-calls');
      }
    }),
    tools: [pay],
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'm' }],
    log: ({ event, message }) => console.log(event, message),
  }),
  port: 0,
});
console.log(`listening on ${url}`);
