import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';

/** Environment of an app's programs: its bins and the current Node are first on PATH. */
export function appEnvironment(folder: string): Record<string, string> {
  return {
    PATH: [join(folder, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH']].join(
      delimiter,
    ),
    // Use the scripted engine, even if the machine has a key.
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
    NEXT_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  };
}

export interface BackgroundProcess {
  /** The URL that the process printed. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it prints its URL.
 *
 * @throws When the process ends before that. The message contains its output.
 */
export async function startInBackground(
  command: readonly string[],
  folder: string,
): Promise<BackgroundProcess> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...appEnvironment(folder) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A separate process group, so that `stop` also ends child processes.
    detached: true,
  });
  const stop = () => stopGroup(child);
  try {
    return { url: await printedUrl(child, command.join(' ')), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function printedUrl(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const url = /https?:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', (error) => reject(new Error(`${name} could not be started: ${error.message}`)));
    child.on('close', () => reject(new Error(`${name} ended before it printed a URL:\n${output}`)));
  });
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}
