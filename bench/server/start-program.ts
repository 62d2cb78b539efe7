import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Program {
  readonly url: string;
  stop(): void;
}

/** Starts a server of this folder in a separate process. Resolves when it prints its URL. */
export function startProgram(file: string, ...args: readonly string[]): Promise<Program> {
  const flags = process.env['BENCH_NODE_FLAGS']?.split(' ') ?? [];
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [...flags, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const url = /listening on (\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve({ url, stop: () => child.kill('SIGTERM') });
    });
    child.on('close', (code) => reject(new Error(`${file} exited with ${code}: ${output}`)));
  });
}
