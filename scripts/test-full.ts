/** Tests that are too slow for `npm test`: the random tests with a new seed and more runs, and `fresh-apps --full`. */
import { runCommand } from './run-command.ts';

const seed = Math.floor(Math.random() * 1_000_000);

interface Part {
  readonly title: string;
  readonly project: 'node' | 'browser';
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

const parts: readonly Part[] = [
  {
    title: 'server: kill -9 under load',
    project: 'node',
    file: 'packages/server/test/crash',
    env: { CRASH_SEED: String(seed), CRASH_SEEDS: '40' },
  },
  {
    title: 'server: a day of eight hours on a simulated clock',
    project: 'node',
    file: 'packages/server/test/long-day',
    env: { DAY_HOURS: '8' },
  },
  {
    title: 'server: generated requests',
    project: 'node',
    file: 'packages/server/test/properties',
    env: { PROPERTY_SEED: String(seed), PROPERTY_RUNS: '3000' },
  },
  {
    title: 'server: generated provider streams',
    project: 'node',
    file: 'packages/server/test/provider-stream',
    // Runs for each of the seven kinds of stream.
    env: { STREAM_SEED: String(seed), STREAM_RUNS: '25000' },
  },
  {
    title: 'core: connections cut at any byte, and reloads',
    project: 'browser',
    file: 'packages/core/src/thread/random-disconnects',
    env: { VITE_SEEDS: '200' },
  },
  {
    title: 'core: generated server responses',
    project: 'node',
    file: 'packages/core/src/wire/any-wire',
    env: { WIRE_SEED: String(seed), WIRE_RUNS: '100000', WIRE_CONVERSATIONS: '100000' },
  },
  {
    title: 'ui: generated markdown, streamed with every split',
    project: 'node',
    file: 'packages/ui/src/markdown/streaming/cuts',
    env: { MARKDOWN_SEED: String(seed), MARKDOWN_RUNS: '100000' },
  },
  {
    title: 'ui: growth of the work for repeated markdown patterns',
    project: 'node',
    file: 'packages/ui/src/markdown/streaming/repeated-shapes',
    env: { MARKDOWN_SEED: String(seed), MARKDOWN_SHAPES: '5000' },
  },
  {
    title: 'ui: generated markdown, compared with unmodified marked',
    project: 'node',
    file: 'packages/ui/src/markdown/streaming/marked-lexer',
    env: { MARKDOWN_SEED: String(seed), MARKDOWN_RUNS: '100000' },
  },
];

for (const { title, project, file, env } of parts) {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  console.log(`\n── ${title}: ${settings.join(' ')} pnpm exec vitest run --project ${project} ${file}`);
  const { exitCode } = await runCommand(['vitest', 'run', '--project', project, file], {
    show: true,
    timeoutMs: 20 * 60_000,
    env,
  });
  if (exitCode !== 0) process.exitCode = 1;
}

console.log('\n── packed packages in new apps: pnpm fresh-apps --full');
const apps = await runCommand([process.execPath, 'scripts/fresh-apps.ts', '--full'], {
  show: true,
  timeoutMs: 30 * 60_000,
});
if (apps.exitCode !== 0) process.exitCode = 1;
