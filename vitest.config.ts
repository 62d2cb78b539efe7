import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './scripts/browser.ts';
import { buildStyles } from './scripts/build-styles.ts';

/** The projects selected with `--project`; empty selects all. */
function chosenProjects(argv: readonly string[]): string[] {
  return argv.flatMap((arg, index) => {
    if (arg.startsWith('--project=')) return [arg.slice('--project='.length)];
    const next = argv[index + 1];
    return arg === '--project' && next !== undefined ? [next] : [];
  });
}

// A function, because Vitest writes names into the instances: two projects must not share the object.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunch() }),
  instances: [{ browser: 'chromium' as const }],
  commands: { buildStyles: (_: unknown, targets?: string[]) => buildStyles(targets) },
});

/** Timeout of `expect.poll` in the browser, for a busy machine. */
const pollTimeout = 20_000;

/** Dependencies to bundle before the tests: Vite reloads the page when it discovers one during a test. */
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

/** Ends a test that hangs. Generous, because tests take many times longer on a busy machine. */
const testTimeout = 60_000;

/** The project of the stories. Storybook's plugin takes two seconds to load, so it is loaded only when needed. */
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
          exclude: ['**/*.postgres.test.ts', '**/node_modules/**'],
        },
      },
      // Tests that need a PostgreSQL server, which is started once for them.
      {
        test: {
          name: 'postgres',
          testTimeout,
          include: ['packages/server/{src,test}/**/*.postgres.test.ts'],
          globalSetup: ['packages/server/src/testing/postgres-setup.ts'],
        },
      },
      // Tests of an example app, in the DOM implementations without layout that most apps use.
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
            // `pnpm typecheck` checks the sources, with the libraries of each package.
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
          expect: { poll: { timeout: pollTimeout } },
          browser: browser(),
        },
      },
      ...(await storybook()),
    ],
  },
}));
