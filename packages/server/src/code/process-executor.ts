import { wrongOption } from '../shared/option-values.ts';
import { LIBRARIES, mountsOf, SANDBOX_FOLDER } from './bubblewrap.ts';
import type { CodeExecutor } from './code-executor.ts';
import { createExecutor } from './create-executor.ts';
import { type CodeExecutorOptions, readExecutorOptions, readPath } from './executor-options.ts';
import { openSandbox } from './open-sandbox.ts';
import { openUnconfined } from './open-unconfined.ts';
import { PYTHON_ENVIRONMENT } from './python-environment.ts';
import { CPYTHON_MAIN } from './python-runner.ts';

/** Options of {@link processExecutor}. */
export interface ProcessExecutorOptions extends CodeExecutorOptions {
  /** The path of Python, 3.9 or later. @defaultValue `/usr/bin/python3` */
  readonly python?: string | undefined;
  /**
   * Absolute paths that the code can read besides the programs, libraries and shared data of the system (`/usr/bin`, `/usr/lib`, `/usr/share`): those of
   * another Python, or of data. @defaultValue none
   */
  readonly readOnlyPaths?: readonly string[] | undefined;
}

const NAME = 'processExecutor';
const MIN_MEMORY_BYTES = 64 * 1024 * 1024;
const PYTHON = '/usr/bin/python3';
const SYSTEM = [
  ...LIBRARIES,
  '/usr/bin',
  '/bin',
  '/usr/share',
  '/etc/alternatives',
  '/etc/fonts',
  '/etc/matplotlibrc',
];

/**
 * Executes code with a Python of this machine, in a sandbox of [bubblewrap](https://github.com/containers/bubblewrap): no network, no files of the machine
 * but the system's programs, an empty environment, limits on memory, processes, files and time. Needs Linux, bubblewrap and Python; the code can import
 * what is installed for this Python.
 *
 * @throws `TypeError` or `RangeError` for a wrong option.
 *
 * @example
 * ```ts
 * const executor = processExecutor({ limits: { timeoutMs: 30_000 } });
 * const session = await executor.open();
 * const { outputs } = await session.execute('1 + 1');
 * await session.close();
 * ```
 */
export function processExecutor(options: ProcessExecutorOptions = {}): CodeExecutor {
  const { own, ...common } = readExecutorOptions(options, {
    of: NAME,
    own: ['python', 'readOnlyPaths'],
    minMemoryBytes: MIN_MEMORY_BYTES,
  });
  const python = readPath(`${NAME}: python`, own['python']) ?? PYTHON;
  const readOnlyPaths = readPaths(own['readOnlyPaths']);
  const main = [python, '-I', '-B', '-c', CPYTHON_MAIN];
  return createExecutor({
    ...common,
    name: 'process',
    executor: NAME,
    async startInterpreter() {
      if (!common.isSandboxed) {
        return openUnconfined({ ...common, memory: 'as', env: PYTHON_ENVIRONMENT, command: () => main });
      }
      const interpreter = openSandbox({
        ...common,
        executor: NAME,
        memory: 'as',
        mounts: mountsOf([...SYSTEM, ...readOnlyPaths]),
        env: PYTHON_ENVIRONMENT,
        command: main,
      });
      return { interpreter, folder: SANDBOX_FOLDER };
    },
  });
}

function readPaths(paths: unknown): readonly string[] {
  const name = `${NAME}: readOnlyPaths`;
  if (paths === undefined) return [];
  if (!Array.isArray(paths)) throw wrongOption(name, paths, "Pass a list, such as ['/opt/python'].");
  return paths.flatMap((path: unknown) => readPath(name, path) ?? []);
}
