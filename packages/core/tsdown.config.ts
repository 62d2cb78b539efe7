import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/api/index.ts',
    'src/internal.ts',
    'src/testing/index.ts',
    'src/tools/index.ts',
  ],
  format: ['esm'],
  platform: 'neutral',
  // Set explicitly: the default is `engines.node`, which is wrong for code that runs in a page.
  target: 'es2022',
  tsconfig: 'tsconfig.json',
  // One file per source, so that a bundler reads only the files that an app imports.
  unbundle: true,
  dts: true,
  fixedExtension: false,
});
