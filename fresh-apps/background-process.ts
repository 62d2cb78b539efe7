import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';

/** Programs of an app, on this very Node. */
export function appEnvironment(folder: string): Record<string, string> {
  return {
    PATH: [join(folder, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH']].join(
      delimiter,
    ),
    // The scripted engine answers, whatever the machine has set.
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
    NEXT_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  };
}

export interface BackgroundProcess {
  /** What it printed as its address. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it prints its address.
 *
 * @throws with what it printed when it ends before
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
    // A group of its own: what it starts ends with it.
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
    child.on('close', () => reject(new Error(`${name} ended before it served:\n${output}`)));
  });
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}
