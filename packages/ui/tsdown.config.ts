import { defineConfig } from 'tsdown';
import { inlineStyles } from './inline-styles.ts';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/attachments/index.ts',
    'src/diagrams/index.ts',
    'src/math/index.ts',
    'src/message-actions/index.ts',
    'src/outputs/index.ts',
    'src/run/index.ts',
    'src/words/arabic.ts',
    'src/words/chinese.ts',
    'src/words/french.ts',
    'src/words/german.ts',
    'src/words/japanese.ts',
    'src/words/spanish.ts',
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
  // The directives are kept, as there is nothing to bundle them into.
  inputOptions: { checks: { moduleLevelDirective: false } },
  hooks: {
    'build:done': () =>
      inlineStyles(
        new URL('./src/styles.css', import.meta.url),
        new URL('./dist/styles.css', import.meta.url),
      ),
  },
});
