import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/internal.ts', 'src/query/index.ts', 'src/vector-stores/index.ts'],
  format: ['esm'],
  platform: 'neutral',
  // Named: tsdown would otherwise take engines.node, also for code that runs in a page.
  target: 'es2022',
  tsconfig: 'tsconfig.json',
  // One file per source: what an app does not import, its bundler does not meet.
  unbundle: true,
  dts: true,
  fixedExtension: false,
});
