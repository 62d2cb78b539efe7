import { spawn } from 'node:child_process';
import { repositoryRoot } from './repository-root.ts';

export interface CommandResult {
  /** 0 on success, 124 after the timeout, 127 when the program could not be started. */
  readonly exitCode: number;
  /** stdout and stderr interleaved; empty with `show`. */
  readonly output: string;
}

export interface CommandOptions {
  /** Prints the output instead of returning it. */
  readonly show?: boolean;
  readonly timeoutMs: number;
  /** Absolute. @defaultValue the repository's root */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const isWindows = process.platform === 'win32';

// On Windows the bins are batch files, which need a shell, and a shell splits paths at spaces.
const quote = (text: string): string => (isWindows && /\s/.test(text) ? `"${text}"` : text);

// No color codes in logs.
const plainOutput = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

/** Runs a program and waits for its end. The bins of the repository are on PATH. Resolves also on failure. */
export function runCommand(command: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(quote(program), args.map(quote), {
      cwd: options.cwd ?? repositoryRoot,
      env: { ...process.env, ...plainOutput, ...options.env },
      stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
      shell: isWindows,
      // A separate process group, so that a timeout also kills child processes of the program.
      detached: !isWindows,
    });
    let output = '';
    let isTimedOut = false;
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);

    const end = (signal: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(isWindows ? child.pid : -child.pid, signal);
      } catch (error) {
        // The process has already exited.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    };
    const timer = setTimeout(() => {
      isTimedOut = true;
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
      if (isTimedOut)
        finish(124, `${program} was killed: it took longer than ${options.timeoutMs / 1000} s.\n`);
      else finish(code ?? 1, '');
    });
  });
}
