import { type CommandOptions, runCommand } from '../scripts/run-command.ts';

/**
 * Runs a program and returns its output.
 *
 * @throws When the exit code is not 0. The message contains the output.
 */
export async function runOrThrow(
  command: readonly string[],
  options: Omit<CommandOptions, 'timeoutMs' | 'show'> = {},
): Promise<string> {
  const { exitCode, output } = await runCommand(command, { ...options, timeoutMs: 5 * 60_000 });
  if (exitCode !== 0) throw new Error(`${command.join(' ')} exited with ${exitCode}:\n${output.trimEnd()}`);
  return output;
}
