#!/usr/bin/env node
import { HELP, parseCli, UsageError } from './node/cli-options.ts';
import { runServe } from './node/run-serve.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Exit codes: 0 done, 1 could not serve, 2 not understood. */
async function main(): Promise<void> {
  const command = parseCli(process.argv.slice(2));
  if (command.command === 'help') {
    console.log(HELP);
    return;
  }
  const served = await runServe(command.options, process.env);
  console.log(`listening on ${served.url}`);
  const stop = () => {
    // A second signal ends the process as it always does.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    served.close().catch(report);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function report(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`threadkit: ${message}`);
  if (error instanceof UsageError) console.error("Say 'threadkit --help' for the options.");
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`threadkit needs Node 22.13 or later; this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  main().catch(report);
}
