import { type CommandOptions, runCommand } from '../scripts/run-command.ts';

/**
 * Runs a program that has to succeed and returns what it printed.
 *
 * @throws with its output when it does not
 */
export async function must(
  command: readonly string[],
  options: Omit<CommandOptions, 'timeoutMs' | 'show'> = {},
): Promise<string> {
  const { exitCode, output } = await runCommand(command, { ...options, timeoutMs: 5 * 60_000 });
  if (exitCode !== 0) throw new Error(`${command.join(' ')} ended with ${exitCode}:\n${output.trimEnd()}`);
  return output;
}
