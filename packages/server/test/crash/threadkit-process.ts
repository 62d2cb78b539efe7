import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

export interface ThreadkitProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** The exit code; null after a signal. */
  readonly ended: Promise<number | null>;
}

/** `threadkit serve` as a separate process. Rejects with its output when it exits before it listens. */
export async function startThreadkit(...args: readonly string[]): Promise<ThreadkitProcess> {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /listening on (\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then((code) => reject(new Error(`threadkit ended with ${code}: ${output}`)));
  });
  return { child, url, ended };
}
