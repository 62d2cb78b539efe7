import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/node.ts',
    'src/postgres.ts',
    'src/cli.ts',
    'src/code.ts',
    'src/documents.ts',
    // The program of the process that reads a document.
    'src/documents/process-main.ts',
    'src/engines/ai-sdk.ts',
    'src/engines/chat-completions.ts',
    'src/engines/responses.ts',
    'src/mcp.ts',
    'src/opentelemetry.ts',
    'src/testing.ts',
  ],
  format: ['esm'],
  // All entries share modules, and what the main one shares has to run in a page too.
  platform: 'neutral',
  target: 'es2022',
  tsconfig: 'tsconfig.build.json',
  // Only the Node entries import these, and only Node ever loads those.
  deps: { neverBundle: [/^node:/] },
  unbundle: true,
  dts: true,
  fixedExtension: false,
});
