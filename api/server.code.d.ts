// @threadkit/server/code: what it exports. Written by `pnpm api --update`.

/** Runs the code of `code_interpreter`. `processExecutor` and `pyodideExecutor` of the entry `code` implement it. */
interface CodeExecutor {
  /** For logs, such as `process`. */
  readonly name: string;
  /** Whether what the code does is confined. `false` with `trustedUsersOnly`. */
  readonly isSandboxed: boolean;
  /**
   * Starts an interpreter with the files in its folder.
   *
   * @throws {@link CodeExecutorError} when the interpreter or its sandbox cannot be had here, or a file has no place in the folder. The reason of the
   * signal when that aborts.
   */
  open(options?: OpenCodeSessionOptions): Promise<CodeSession>;
}
/** Options of `open`. */
interface OpenCodeSessionOptions {
  /** Written into the folder of the session before the first code is executed. @defaultValue none */
  readonly files?: Iterable<CodeInputFile> | AsyncIterable<CodeInputFile> | undefined;
  /** Ends the start. Has no effect on the open session. */
  readonly signal?: AbortSignal | undefined;
}
/** A file for the code to read. */
interface CodeInputFile {
  /** Where it lies in the folder of the session, such as `sales.csv`: not absolute, without `..`, at most 200 bytes. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Uint8Array;
}
/**
 * An interpreter. Variables, imports and the files in its folder stay from one call to the next. Calls are executed one after the other. Must be closed.
 */
interface CodeSession {
  /** The absolute path of the folder that the code shares with its caller, as the code sees it: `/mnt/data`, but another one with `trustedUsersOnly`. */
  readonly folder: string;
  /** `false` after `close`, a result with another status than `completed`, and when the interpreter has ended by itself. */
  readonly isOpen: boolean;
  /**
   * Executes Python. An exception in the code is a traceback in the logs, and the status `completed`.
   *
   * @throws {@link CodeExecutorError} when the session is closed. The reason of the signal when that aborts, which also closes the session.
   */
  execute(code: string, options?: ExecuteCodeOptions): Promise<CodeResult>;
  /**
   * Writes a file into the folder. Replaces a file with the same name.
   *
   * @throws {@link CodeExecutorError} when the name is not allowed, the folder is full or the session is closed.
   */
  addFile(file: CodeInputFile): Promise<void>;
  /** Ends the interpreter with every process that it has started, and resolves when they are gone. Its folder is deleted. */
  close(): Promise<void>;
}
/** Options of `execute`. */
interface ExecuteCodeOptions {
  /** Ends the call and the session. */
  readonly signal?: AbortSignal | undefined;
  /** Gets what the code prints while it runs, up to the limit of the logs. */
  readonly onLogs?: ((text: string) => void) | undefined;
}
/** What one call did. */
interface CodeResult {
  /**
   * `completed`: the code ended, also with an exception · `timed_out`: it exceeded the time limit of a call · `out_of_memory`: it exceeded the memory
   * limit of the session · `killed`: the interpreter ended, or was ended because it broke the protocol or printed without end.
   */
  readonly status: 'completed' | 'timed_out' | 'out_of_memory' | 'killed';
  /** The logs first, if there are any, then the images in the order in which they were shown. */
  readonly outputs: readonly CodeOutput[];
  /** The files of the folder that the code created or changed, except for those above the limits, which the logs name. */
  readonly files: readonly CodeFile[];
}
/** What one call showed. */
type CodeOutput = CodeLogs | CodeImage;
/** Text that one call printed. */
interface CodeLogs {
  readonly type: 'logs';
  /** What the code printed, its traceback, and sentences in brackets for what is left out, or why the session has ended. */
  readonly logs: string;
}
/** A picture that one call showed. */
interface CodeImage {
  readonly type: 'image';
  readonly mediaType: 'image/png';
  readonly bytes: Uint8Array;
}
/** A file that the code wrote. Comes from the code: neither its name nor its content can be trusted. */
interface CodeFile {
  /** Absolute, in the folder of the session: `/mnt/data/out.csv`. */
  readonly path: string;
  /** Its size at the end of the call. */
  readonly bytes: number;
  /**
   * Reads the file from the session, which must be open. Throws {@link CodeExecutorError} when the session has ended, or the file has changed its size.
   */
  content(): AsyncIterable<Uint8Array>;
}
/** Limits of a session. */
interface CodeLimits {
  /** Time of one call, in milliseconds. @defaultValue a minute */
  readonly timeoutMs?: number | undefined;
  /** Memory of all processes of a session together, without its files. @defaultValue 1 GiB */
  readonly memoryBytes?: number | undefined;
  /** Processes and threads of a session. Not limited with `trustedUsersOnly`. @defaultValue 32 */
  readonly processes?: number | undefined;
  /** Size of the folder of a session. Its temporary folder may have the same size. Both are memory of the machine. @defaultValue 256 MiB */
  readonly folderBytes?: number | undefined;
  /** Logs of one call: what is printed in the middle is left out. @defaultValue 100,000 */
  readonly logBytes?: number | undefined;
  /** Images of one call. @defaultValue 20 */
  readonly images?: number | undefined;
  /** Size of one image. @defaultValue 10 MiB */
  readonly imageBytes?: number | undefined;
  /** Files of one call. @defaultValue 20 */
  readonly files?: number | undefined;
  /** Size of all files of one call. @defaultValue 64 MiB */
  readonly fileBytes?: number | undefined;
}
/**
 * Why code cannot be executed. `unavailable`: the interpreter or its sandbox cannot be had on this machine, which the operator can fix · `closed`: the
 * session has ended · `file`: a file cannot be written or read.
 */
type CodeFailure = 'unavailable' | 'closed' | 'file';
/** Says what failed, why, and what to do. The message is for the operator: it names paths of the machine. */
declare class CodeExecutorError extends Error {
  readonly name = "CodeExecutorError";
  readonly code: CodeFailure;
  constructor(code: CodeFailure, message: string, options?: ErrorOptions);
}
/** Calls `run` once after `ms` milliseconds; the returned function cancels it. */
type SetTimer = (run: () => void, ms: number, options?: {
  /** The timer does not keep the process alive. @defaultValue false */
  background?: boolean;
}) => () => void;
/** Options of both executors. */
interface CodeExecutorOptions {
  /** @defaultValue see each limit */
  readonly limits?: CodeLimits | undefined;
  /**
   * `true` starts the interpreter without a sandbox, with an empty environment and limits on its resources. It can then read the files of the server, its
   * database, and what its network reaches: only for users who may do all of that.
   *
   * @defaultValue false: `open` fails where no sandbox can be had
   */
  readonly trustedUsersOnly?: boolean | undefined;
  /** The path of bubblewrap, 0.8 or later. @defaultValue `bwrap`, in `PATH` */
  readonly bubblewrap?: string | undefined;
  /** The user, and the group, that interpreters run as when this process is root. Ignored otherwise. @defaultValue 65534, `nobody` */
  readonly uid?: number | undefined;
  /** For tests. @defaultValue timers of the system */
  readonly setTimer?: SetTimer | undefined;
}
/** Options of {@link processExecutor}. */
interface ProcessExecutorOptions extends CodeExecutorOptions {
  /** The path of Python, 3.9 or later. @defaultValue `/usr/bin/python3` */
  readonly python?: string | undefined;
  /**
   * Absolute paths that the code can read besides the programs, libraries and shared data of the system (`/usr/bin`, `/usr/lib`, `/usr/share`): those of
   * another Python, or of data. @defaultValue none
   */
  readonly readOnlyPaths?: readonly string[] | undefined;
}
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
declare function processExecutor(options?: ProcessExecutorOptions): CodeExecutor;
/** Options of {@link pyodideExecutor}. */
interface PyodideExecutorOptions extends CodeExecutorOptions {
  /**
   * The absolute path of a folder with `pyodide-lock.json` and the wheels it names, as in the releases of Pyodide: what the code imports is loaded from
   * it. Must be of the version of the package `pyodide`. @defaultValue only the standard library
   */
  readonly packageDir?: string | undefined;
}
/**
 * Executes code with [Pyodide](https://pyodide.org), CPython compiled to WebAssembly, in a Node process inside the sandbox of `processExecutor`. Needs the
 * package `pyodide` (314 or later), Linux and bubblewrap, but no Python. WebAssembly is no boundary here: code reaches Node, which is confined by the sandbox.
 *
 * @throws `TypeError` or `RangeError` for a wrong option.
 */
declare function pyodideExecutor(options?: PyodideExecutorOptions): CodeExecutor;
export { type CodeExecutor, CodeExecutorError, type CodeExecutorOptions, type CodeFailure, type CodeFile, type CodeImage, type CodeInputFile, type CodeLimits, type CodeLogs, type CodeOutput, type CodeResult, type CodeSession, type ExecuteCodeOptions, type OpenCodeSessionOptions, type ProcessExecutorOptions, type PyodideExecutorOptions, processExecutor, pyodideExecutor };