import { type ChildProcess, spawn } from 'node:child_process';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** The exit code; null after a signal. */
  readonly ended: Promise<number | null>;
  /** What it has printed. */
  readonly output: () => string;
}

/** Resolves when the server prints that it listens. Rejects with its output when it ends before. */
export function startServerProcess([command = '', ...args]: readonly string[]): Promise<ServerProcess> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /listening on (\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve({ child, url, ended, output: () => output });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then((code) => reject(new Error(`The server ended with ${code}: ${output}`)));
  });
}
