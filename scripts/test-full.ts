/** What does not fit into `npm test`: the same random tests, with new seeds and many more of them, and more new apps. */
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
    title: 'kill -9 under load',
    project: 'node',
    file: 'packages/server/test/crash',
    env: { CRASH_SEED: String(seed), CRASH_SEEDS: '40' },
  },
  {
    title: 'any request',
    project: 'node',
    file: 'packages/server/test/properties',
    env: { PROPERTY_SEED: String(seed), PROPERTY_RUNS: '3000' },
  },
  {
    title: 'any stream of a provider',
    project: 'node',
    file: 'packages/server/test/provider-stream',
    // Of each of four kinds.
    env: { STREAM_SEED: String(seed), STREAM_RUNS: '25000' },
  },
  {
    title: 'a wire that breaks at any byte, and reloads',
    project: 'browser',
    file: 'packages/core/src/thread/chaos',
    env: { VITE_SEEDS: '200' },
  },
  {
    title: 'any wire',
    project: 'node',
    file: 'packages/core/src/wire/any-wire',
    env: { WIRE_SEED: String(seed), WIRE_RUNS: '100000', WIRE_CONVERSATIONS: '100000' },
  },
  {
    title: 'any markdown at every cut',
    project: 'node',
    file: 'packages/ui/src/markdown/streaming/cuts',
    env: { MARKDOWN_SEED: String(seed), MARKDOWN_RUNS: '100000' },
  },
  {
    title: 'any repeated shape of markdown, by how its work grows',
    project: 'node',
    file: 'packages/ui/src/markdown/streaming/repeated-shapes',
    env: { MARKDOWN_SEED: String(seed), MARKDOWN_SHAPES: '5000' },
  },
  {
    title: 'any markdown, beside all of marked',
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

console.log('\n── the packages in new apps: pnpm fresh-apps --full');
const apps = await runCommand([process.execPath, 'scripts/fresh-apps.ts', '--full'], {
  show: true,
  timeoutMs: 30 * 60_000,
});
if (apps.exitCode !== 0) process.exitCode = 1;
