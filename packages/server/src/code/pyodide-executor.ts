import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LIBRARIES, mountsOf, SANDBOX_FOLDER } from './bubblewrap.ts';
import type { CodeExecutor } from './code-executor.ts';
import { CodeExecutorError } from './code-executor-error.ts';
import { createExecutor } from './create-executor.ts';
import { type CodeExecutorOptions, readExecutorOptions, readPath } from './executor-options.ts';
import { openSandbox } from './open-sandbox.ts';
import { openUnconfined } from './open-unconfined.ts';
import { PYODIDE_MAIN } from './pyodide-main.ts';
import { PYTHON_ENVIRONMENT } from './python-environment.ts';

/** Options of {@link pyodideExecutor}. */
export interface PyodideExecutorOptions extends CodeExecutorOptions {
  /**
   * The absolute path of a folder with `pyodide-lock.json` and the wheels it names, as in the releases of Pyodide: what the code imports is loaded from
   * it. Must be of the version of the package `pyodide`. @defaultValue only the standard library
   */
  readonly packageDir?: string | undefined;
}

const NAME = 'pyodideExecutor';
const MIN_MEMORY_BYTES = 384 * 1024 * 1024;
const LOCK = 'pyodide-lock.json';
const NODE_INSIDE = '/runtime/node';
const PYODIDE_INSIDE = '/runtime/pyodide';
const PACKAGES_INSIDE = '/runtime/packages';

/**
 * Executes code with [Pyodide](https://pyodide.org), CPython compiled to WebAssembly, in a Node process inside the sandbox of `processExecutor`. Needs the
 * package `pyodide` (314 or later), Linux and bubblewrap, but no Python. WebAssembly is no boundary here: code reaches Node, which is confined by the sandbox.
 *
 * @throws `TypeError` or `RangeError` for a wrong option.
 */
export function pyodideExecutor(options: PyodideExecutorOptions = {}): CodeExecutor {
  const { own, ...common } = readExecutorOptions(options, {
    of: NAME,
    own: ['packageDir'],
    minMemoryBytes: MIN_MEMORY_BYTES,
  });
  const packageDir = readPath(`${NAME}: packageDir`, own['packageDir']);
  return createExecutor({
    ...common,
    name: 'pyodide',
    executor: NAME,
    async startInterpreter() {
      const pyodideDir = findPyodide();
      if (packageDir !== undefined && !existsSync(join(packageDir, LOCK))) {
        throw new CodeExecutorError(
          'unavailable',
          `${NAME}: packageDir has no ${LOCK}. Pass the folder of an unpacked release of Pyodide.`,
        );
      }
      const node = realpathSync(process.execPath);
      if (!common.isSandboxed) {
        const { interpreter, deleteFolder } = await openUnconfined({
          ...common,
          memory: 'data',
          env: PYTHON_ENVIRONMENT,
          command: (folder) => nodeCommand(node, pyodideDir, folder, packageDir ?? ''),
        });
        // Of Pyodide's own file system, where the temporary folder is mounted.
        return { interpreter, folder: SANDBOX_FOLDER, deleteFolder };
      }
      const interpreter = openSandbox({
        ...common,
        executor: NAME,
        memory: 'data',
        mounts: new Map([
          ...mountsOf(LIBRARIES),
          [node, NODE_INSIDE],
          [pyodideDir, PYODIDE_INSIDE],
          ...(packageDir === undefined ? [] : [[realpathSync(packageDir), PACKAGES_INSIDE] as const]),
        ]),
        env: PYTHON_ENVIRONMENT,
        command: nodeCommand(
          NODE_INSIDE,
          PYODIDE_INSIDE,
          SANDBOX_FOLDER,
          packageDir === undefined ? '' : PACKAGES_INSIDE,
        ),
      });
      return { interpreter, folder: SANDBOX_FOLDER };
    },
  });
}

const nodeCommand = (node: string, ...args: readonly string[]): string[] => [
  node,
  '--input-type=module',
  '--eval',
  PYODIDE_MAIN,
  '--',
  ...args,
];

function findPyodide(): string {
  try {
    return realpathSync(dirname(createRequire(import.meta.url).resolve('pyodide/package.json')));
  } catch (error) {
    throw new CodeExecutorError(
      'unavailable',
      `${NAME} needs the package pyodide. Install it: npm install pyodide.`,
      {
        cause: error,
      },
    );
  }
}
