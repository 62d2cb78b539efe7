import { readFileSync } from 'node:fs';
import { HELP, parseCli, UsageError } from './cli-options.ts';
import { runMigrate } from './run-migrate.ts';
import { runServe } from './run-serve.ts';

/** The command `threadkit`. Exit codes: 0 success, 1 server could not start, 2 invalid arguments. */
export function runCli(): Promise<void> {
  return main().catch(report);
}

async function main(): Promise<void> {
  const command = parseCli(process.argv.slice(2));
  if (command.command === 'help') {
    console.log(HELP);
    return;
  }
  if (command.command === 'version') {
    console.log(packageVersion());
    return;
  }
  if (command.command === 'migrate') {
    await runMigrate(command.options, process.env, (line) => console.log(line));
    return;
  }
  const served = await runServe(command.options, process.env);
  console.log(`listening on ${served.url}`);
  const stop = () => {
    // A second signal terminates the process by the default handler.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    served.close().catch(report);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function report(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`threadkit: ${message}`);
  if (error instanceof UsageError) console.error("Run 'threadkit --help' to see the options.");
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

/** The manifest is two folders above this file, in the sources and in the published package. */
function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
