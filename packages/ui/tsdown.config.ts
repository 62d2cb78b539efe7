import { defineConfig } from 'tsdown';
import { inlineStyles } from './inline-styles.ts';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/composer/attachments/index.ts',
    'src/markdown/diagrams/index.ts',
    'src/markdown/index.ts',
    'src/markdown/math/index.ts',
    'src/message/actions/index.ts',
    'src/outputs.ts',
    'src/run.ts',
    'src/locales/ar.ts',
    'src/locales/zh.ts',
    'src/locales/fr.ts',
    'src/locales/de.ts',
    'src/locales/ja.ts',
    'src/locales/es.ts',
  ],
  format: ['esm'],
  platform: 'neutral',
  // Named: tsdown would otherwise take engines.node, also for code that runs in a page.
  target: 'es2022',
  tsconfig: 'tsconfig.build.json',
  // One file per source, so that each keeps its own "use client".
  unbundle: true,
  dts: true,
  fixedExtension: false,
  copy: [{ from: 'src/styles.css.d.ts', to: 'dist' }],
  inputOptions: {
    // The directives are kept, as there is nothing to bundle them into.
    checks: { moduleLevelDirective: false },
    // Keeps the import of the main entry in `lazy-parts.ts`, which is only for the bundler of an app.
    treeshake: { moduleSideEffects: [{ test: /\/ui\/src\/index\.ts$/, sideEffects: true }] },
  },
  hooks: {
    'build:done': () =>
      inlineStyles(
        new URL('./src/styles.css', import.meta.url),
        new URL('./dist/styles.css', import.meta.url),
      ),
  },
});
