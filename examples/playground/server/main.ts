/** The playground's server as a program: `node server/main.ts --port 4000 --db playground.sqlite --pace 20`. */
import { parseArgs } from 'node:util';
import { chooseEngine } from './choose-engine.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { startPlayground } from './playground-server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4000' },
    db: { type: 'string', default: ':memory:' },
    pace: { type: 'string' },
    page: { type: 'string' },
  },
});
const { engine, model } = chooseEngine(
  process.env,
  ...(values.pace === undefined ? [] : [Number(values.pace)]),
);
const playground = await startPlayground({
  port: Number(values.port),
  db: values.db,
  engine,
  model,
  ...(values.page === undefined ? {} : { page: values.page }),
});
closeOnSignal(() => playground.close());
console.log(`listening on ${playground.url}`);
