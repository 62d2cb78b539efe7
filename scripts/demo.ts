/** Builds the playground and starts it with the embedded server: one process, one port, one URL. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { calculator } from '../examples/playground/server/calculator.ts';
import { chooseEngine } from '../examples/playground/server/choose-engine.ts';
import { chooseExecutor } from '../examples/playground/server/choose-executor.ts';
import { closeOnSignal } from '../examples/playground/server/close-on-signal.ts';
import { startPlayground } from '../examples/playground/server/playground-server.ts';
import { refundOrder } from '../examples/playground/server/refund-order.ts';
import { nextFreePort, readPort } from './free-port.ts';
import { repositoryRoot } from './repository-root.ts';

const playground = join(repositoryRoot, 'examples', 'playground');
const dataDir = join(repositoryRoot, '.data');

async function main(): Promise<void> {
  const preferredPort = readPort(process.env['PORT'], 4000);
  const db = process.env['PLAYGROUND_DB'] || join(dataDir, 'playground.sqlite');
  const { engine, model, description } = chooseEngine(process.env);
  const code = await chooseExecutor();

  console.log('Building the playground …');
  await build({ configFile: join(playground, 'vite.config.ts'), logLevel: 'error' });
  mkdirSync(dataDir, { recursive: true });

  const port = await nextFreePort(preferredPort);
  if (port !== preferredPort) console.log(`Port ${preferredPort} is taken, using port ${port}.`);
  const server = await startPlayground({
    port,
    db,
    engine,
    model,
    tools: [refundOrder, calculator()],
    codeExecutor: code.executor,
    page: join(playground, 'dist'),
  });
  closeOnSignal(async () => {
    await server.close();
    console.log('\nStopped.');
  });
  console.log(`Responses come from ${description}.`);
  console.log(code.description);
  console.log(
    `Threads are stored in ${relative(repositoryRoot, db)}. Press Ctrl-C to stop.\n\n  ${server.url}\n`,
  );
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
