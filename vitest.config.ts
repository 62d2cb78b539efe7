import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './scripts/browser.ts';
import { buildStyles } from './scripts/build-styles.ts';

/** The projects named with `--project`; empty means all of them. */
function chosenProjects(argv: readonly string[]): string[] {
  return argv.flatMap((arg, index) => {
    if (arg.startsWith('--project=')) return [arg.slice('--project='.length)];
    const next = argv[index + 1];
    return arg === '--project' && next !== undefined ? [next] : [];
  });
}

// A function: Vitest writes names into the instances, so two projects never share the object.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunch() }),
  instances: [{ browser: 'chromium' as const }],
  commands: { buildStyles: (_: unknown, targets?: string[]) => buildStyles(targets) },
});

/** How long a test waits for what must come about, on a machine that does other things, too. */
const patienceMs = 20_000;

/** What pages import, named beforehand: found late, it reloads the page in the middle of its tests. */
const pageDependencies = [
  '@threadkit/ui > radix-ui/slot',
  '@threadkit/ui > radix-ui/collapsible',
  '@threadkit/ui > radix-ui/dialog',
  '@threadkit/ui > radix-ui/internal',
  '@threadkit/ui > radix-ui/popover',
  '@threadkit/ui > radix-ui/portal',
  '@tanstack/react-query',
  '@threadkit/core > @cfworker/json-schema',
  '@threadkit/core > eventsource-parser',
  '@threadkit/ui > katex',
  '@threadkit/ui > marked',
  '@threadkit/ui > fast-check',
  '@threadkit/ui > axe-core',
  'react',
  'react-dom',
  'react-dom/client',
  'react-dom/server',
  'react/jsx-dev-runtime',
  'vitest-browser-react',
  'zod',
];

/** Ends a test that hangs. No test relies on it: a busy machine takes many times as long as an idle one. */
const testTimeout = 60_000;

/** The stories. Storybook's plugin costs every run two seconds, so it is loaded only when they may run. */
async function storybook() {
  const chosen = chosenProjects(process.argv);
  if (chosen.length > 0 && !chosen.includes('storybook')) return [];
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
  const configDir = fileURLToPath(new URL('./.storybook', import.meta.url));
  return [
    {
      plugins: [storybookTest({ configDir })],
      optimizeDeps: { include: pageDependencies },
      test: { name: 'storybook', testTimeout, browser: browser() },
    },
  ];
}

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          testTimeout,
          include: [
            'packages/{core,server,react,ui,testing}/src/**/*.test.ts',
            'packages/server/test/**/*.test.ts',
            '{scripts,examples,bench}/**/*.test.ts',
            'fresh-apps/*.test.ts',
          ],
        },
      },
      // Where most apps meet the kit first: their own tests, in a DOM without layout.
      ...['jsdom', 'happy-dom'].map((environment) => ({
        plugins: [react()],
        test: {
          name: environment,
          environment,
          testTimeout,
          include: ['examples/testing/src/**/*.test.tsx'],
        },
      })),
      {
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['packages/*/src/**/*.test-d.{ts,tsx}'],
            tsconfig: './tsconfig.types.json',
            // The sources are checked by `pnpm typecheck`, with each package's own libraries.
            ignoreSourceErrors: true,
          },
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: pageDependencies },
        test: {
          name: 'browser',
          testTimeout,
          include: [
            '{packages,examples}/*/src/**/*.browser.test.{ts,tsx}',
            'packages/react/test/**/*.browser.test.tsx',
          ],
          expect: { poll: { timeout: patienceMs } },
          browser: browser(),
        },
      },
      ...(await storybook()),
    ],
  },
}));
