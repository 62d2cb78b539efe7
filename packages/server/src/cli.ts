#!/usr/bin/env node
// No static imports: on an old Node the modules behind them fail to load before this file runs.
void import('./node/old-node.ts').then(({ describeOldNode }) => {
  const problem = describeOldNode(process.versions.node);
  if (problem === undefined) return import('./node/run-cli.ts').then(({ runCli }) => runCli());
  console.error(`threadkit: ${problem}`);
  process.exitCode = 1;
  return undefined;
});
