/** Serves the playground for development: Vite with hot reloading, and the embedded server under /v1. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { calculator } from '../examples/playground/server/calculator.ts';
import { chooseEngine } from '../examples/playground/server/choose-engine.ts';
import { closeOnSignal } from '../examples/playground/server/close-on-signal.ts';
import { startPlayground } from '../examples/playground/server/playground-server.ts';
import { refundOrder } from '../examples/playground/server/refund-order.ts';
import { readPort } from './free-port.ts';
import { repositoryRoot } from './repository-root.ts';

const playground = join(repositoryRoot, 'examples', 'playground');
const dataDir = join(repositoryRoot, '.data');
mkdirSync(dataDir, { recursive: true });

const { engine, model } = chooseEngine(process.env);
const api = await startPlayground({
  port: 0,
  db: join(dataDir, 'dev.sqlite'),
  engine,
  model,
  tools: [refundOrder, calculator()],
});
const page = await createServer({
  configFile: join(playground, 'vite.config.ts'),
  server: {
    host: '127.0.0.1',
    port: readPort(process.env['PORT'], 4000),
    proxy: { '/v1': { target: api.url, changeOrigin: true } },
  },
});
await page.listen();
closeOnSignal(async () => {
  await page.close();
  await api.close();
});
page.printUrls();
