import { spawn } from 'node:child_process';
import { repositoryRoot } from './repository-root.ts';

export interface CommandResult {
  /** 0 when all went well; 124 when the time was up. */
  readonly exitCode: number;
  /** Both outputs in their order; empty when they were shown. */
  readonly output: string;
}

export interface CommandOptions {
  /** Shown as it comes, or kept. */
  readonly show?: boolean;
  readonly timeoutMs: number;
  /** Absolute. @defaultValue the repository's root */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const isWindows = process.platform === 'win32';

// There the bins are batch files, which only a shell starts, and a shell cuts paths at their spaces.
const quote = (text: string): string => (isWindows && /\s/.test(text) ? `"${text}"` : text);

// In a log, colours are noise.
const plainOutput = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

/** Runs a program of this repository (its bins are on PATH) to its end. Never rejects for a non-zero exit. */
export function runCommand(command: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(quote(program), args.map(quote), {
      cwd: options.cwd ?? repositoryRoot,
      env: { ...process.env, ...plainOutput, ...options.env },
      stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
      shell: isWindows,
      // A group of its own, so that a timeout also ends what the program started.
      detached: !isWindows,
    });
    let output = '';
    let isLate = false;
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);

    const end = (signal: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(isWindows ? child.pid : -child.pid, signal);
      } catch (error) {
        // Gone already: that is what was wanted.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    };
    const timer = setTimeout(() => {
      isLate = true;
      end('SIGKILL');
    }, options.timeoutMs);
    const interrupt = () => {
      end('SIGTERM');
      process.exitCode = 130;
    };
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);

    const finish = (exitCode: number, more: string) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve({ exitCode, output: output + more });
    };
    child.on('error', (error) => finish(127, `${program} could not be started: ${error.message}\n`));
    child.on('close', (code) => {
      if (isLate) finish(124, `${program} was stopped: it took longer than ${options.timeoutMs / 1000} s.\n`);
      else finish(code ?? 1, '');
    });
  });
}
