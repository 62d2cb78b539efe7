/** Runs the code of `code_interpreter`. `processExecutor` and `pyodideExecutor` of the entry `code` implement it. */
export interface CodeExecutor {
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
export interface OpenCodeSessionOptions {
  /** Written into the folder of the session before the first code is executed. @defaultValue none */
  readonly files?: Iterable<CodeInputFile> | AsyncIterable<CodeInputFile> | undefined;
  /** Ends the start. Has no effect on the open session. */
  readonly signal?: AbortSignal | undefined;
}

/** A file for the code to read. */
export interface CodeInputFile {
  /** Where it lies in the folder of the session, such as `sales.csv`: not absolute, without `..`, at most 200 bytes. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Uint8Array;
}

/**
 * An interpreter. Variables, imports and the files in its folder stay from one call to the next. Calls are executed one after the other. Must be closed.
 */
export interface CodeSession {
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
export interface ExecuteCodeOptions {
  /** Ends the call and the session. */
  readonly signal?: AbortSignal | undefined;
  /** Gets what the code prints while it runs, up to the limit of the logs. */
  readonly onLogs?: ((text: string) => void) | undefined;
}

/** What one call did. */
export interface CodeResult {
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
export type CodeOutput = CodeLogs | CodeImage;

/** Text that one call printed. */
export interface CodeLogs {
  readonly type: 'logs';
  /** What the code printed, its traceback, and sentences in brackets for what is left out, or why the session has ended. */
  readonly logs: string;
}

/** A picture that one call showed. */
export interface CodeImage {
  readonly type: 'image';
  readonly mediaType: 'image/png';
  readonly bytes: Uint8Array;
}

/** A file that the code wrote. Comes from the code: neither its name nor its content can be trusted. */
export interface CodeFile {
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
export interface CodeLimits {
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
