/**
 * Runs all checks in order, measures each stage, continues after a failure, and prints a summary. A stage without
 * tests counts as one test. `npm test -- lint unit` runs only the named stages.
 */
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.ts';
import { ensureSandbox } from './ensure-sandbox.ts';
import { repositoryRoot } from './repository-root.ts';
import { runCommand } from './run-command.ts';
import { addCounts, countPlaywright, countStage, countVitest, type TestCounts } from './test-counts.ts';
import { workspacePackages } from './workspace-packages.ts';

interface Stage {
  readonly name: string;
  readonly title: string;
  run(): Promise<TestCounts>;
}

const stageTimeoutMs = 10 * 60_000;
const reportDir = join(repositoryRoot, 'test-results');
const passed: TestCounts = { passed: 1, failed: 0, skipped: 0 };
const failed: TestCounts = { passed: 0, failed: 1, skipped: 0 };

interface Check {
  readonly command: readonly string[];
  readonly cwd?: string;
}

/** A stage of programs without a test report. Prints their output only when they fail. */
function check(name: string, title: string, ...checks: readonly Check[]): Stage {
  const run = async (): Promise<TestCounts> => {
    const results = [];
    for (const { command, ...where } of checks) {
      results.push(await runCommand(command, { ...where, timeoutMs: stageTimeoutMs }));
    }
    const failures = results.filter(({ exitCode }) => exitCode !== 0);
    for (const { output } of failures) console.error(output.trimEnd());
    return failures.length === 0 ? passed : failed;
  };
  return { name, title, run };
}

const script = (file: string): Check => ({ command: [process.execPath, `scripts/${file}`] });

function vitest(name: string, title: string, projects: readonly string[]): Stage {
  const run = async (): Promise<TestCounts> => {
    const report = join(reportDir, `${name}.json`);
    const chosen = projects.flatMap((project) => ['--project', project]);
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    rmSync(report, { force: true });
    const { exitCode } = await runCommand(['vitest', 'run', ...chosen, ...reporters], {
      show: true,
      timeoutMs: stageTimeoutMs,
    });
    return countStage(exitCode, countVitest(readReport(report)));
  };
  return { name, title, run };
}

function playwright(name: string, title: string, command: readonly string[]): Stage {
  const run = async (): Promise<TestCounts> => {
    const report = join(reportDir, `${name}.json`);
    rmSync(report, { force: true });
    const { exitCode } = await runCommand([...command, '--reporter=dot,json'], {
      show: true,
      timeoutMs: stageTimeoutMs,
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    });
    return countStage(exitCode, countPlaywright(readReport(report)));
  };
  return { name, title, run };
}

/** Undefined when the program ended before it wrote its report. */
function readReport(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function browser(): Promise<TestCounts> {
  await ensureBrowser();
  return passed;
}

async function sandbox(): Promise<TestCounts> {
  await ensureSandbox();
  return passed;
}

const tsconfigs = [
  ...globSync('packages/*/{tsconfig,tsconfig.test}.json', { cwd: repositoryRoot }),
  ...globSync('examples/*/tsconfig.json', { cwd: repositoryRoot }),
  'tsconfig.json',
];

const stages: readonly Stage[] = [
  check('format', 'Format', { command: ['biome', 'check', '.'] }),
  check(
    'lint',
    'Lint, with types; patterns are linear; no retired names',
    { command: ['oxlint', '--type-aware'] },
    script('check-patterns.ts'),
    script('check-retired-names.ts'),
  ),
  check('types', 'Types', ...tsconfigs.map((file) => ({ command: ['tsc', '--project', file] }))),
  check('guides', 'Code of the guides compiles', script('check-guides.ts')),
  check('arrows', 'Import rules', script('check-arrows.ts')),
  check(
    'build',
    'Build of the packages',
    ...workspacePackages().map(({ path }) => ({ command: ['tsdown'], cwd: path })),
  ),
  check('api', 'API reports', script('api-reports.ts')),
  check('size', 'Size budgets', script('sizes.ts')),
  { name: 'sandbox', title: 'A sandbox for code is installed, where it can be', run: sandbox },
  vitest('unit', 'Unit, contract and type tests; tests of an example app in jsdom and happy-dom', [
    'node',
    'postgres',
    'types',
    'jsdom',
    'happy-dom',
  ]),
  { name: 'browser', title: 'Chromium is available', run: browser },
  check('storybook', 'Static Storybook', {
    command: ['storybook', 'build', '--quiet', '--output-dir', 'storybook-static'],
  }),
  vitest('stories', 'Components and stories, with axe, in Chromium', ['browser', 'storybook']),
  check('demo', 'The demo', script('check-demo.ts')),
  playwright('e2e', 'End-to-end tests', ['playwright', 'test', '--config', 'e2e/playwright.config.ts']),
  playwright('fresh-apps', 'Packed packages in new apps', [process.execPath, 'scripts/fresh-apps.ts']),
];

/** A stage that throws counts as one failure. */
async function runStage(stage: Stage): Promise<TestCounts> {
  console.log(`\n── ${stage.title}`);
  const startedAt = performance.now();
  const counts = await stage.run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return failed;
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  console.log(
    `   ${counts.failed === 0 ? 'passed' : 'FAILED'} (${seconds} s): ${counts.passed} passed, ${counts.failed} failed${skipped}`,
  );
  return counts;
}

const names = process.argv.slice(2).filter((name) => name !== '--');
const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `No such stage: ${unknown.join(', ')}. Stages: ${stages.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const results: { readonly stage: Stage; readonly counts: TestCounts }[] = [];
for (const stage of stages) {
  if (names.length > 0 && !names.includes(stage.name)) continue;
  results.push({ stage, counts: await runStage(stage) });
  if (process.exitCode === 130) process.exit(130);
}

const total = addCounts(results.map(({ counts }) => counts));
const broken = results.filter(({ counts }) => counts.failed > 0);
if (broken.length > 0) console.log(`\nFailed: ${broken.map(({ stage }) => stage.title).join(' · ')}`);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
