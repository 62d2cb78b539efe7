/** An MCP server that this process starts and speaks to through its standard input and output. */
export interface McpStdioServer {
  /** The name or the path of the program, without arguments. A name has no spaces. Not executed by a shell. */
  readonly command: string;
  readonly args?: readonly string[] | undefined;
  /**
   * Names of environment variables of this process that the program gets. Besides them it only gets `PATH`, `HOME`, `USER`, `LOGNAME`,
   * `SHELL` and `TERM`, and on Windows their counterparts. @defaultValue none
   */
  readonly env?: readonly string[] | undefined;
  /** The working directory of the program. @defaultValue that of this process */
  readonly cwd?: string | undefined;
}

/** An MCP server with the transport "streamable HTTP". */
export interface McpHttpServer {
  /** A redirect is followed only within its origin, or from http to https on the same host. */
  readonly url: string;
  /** Sent with each request, for example `authorization`. @defaultValue none */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What applies to one tool. */
export interface McpToolRules {
  /** Whether the client must approve each call. @defaultValue true */
  readonly needsApproval?: boolean | undefined;
  /**
   * Whether a call may be executed again after a crash interrupted it. What the MCP server says about it is not trusted.
   * @defaultValue false
   */
  readonly idempotent?: boolean | undefined;
  /** Time limit of one call, in milliseconds. @defaultValue a minute */
  readonly timeoutMs?: number | undefined;
  /**
   * The description and schema that were allowed, as a hash: the log has it when they are others. @defaultValue those of the first
   * connection of this process
   */
  readonly fingerprint?: string | undefined;
}

/** Options of {@link mcpTools}. */
export interface McpToolsOptions {
  /** The names of the tools begin with it: `files__read_file`. `[A-Za-z0-9_-]`. */
  readonly name: string;
  readonly server: McpStdioServer | McpHttpServer;
  /** The tools that models may call, by their name on the MCP server. All others are left out. */
  readonly allow: readonly string[] | Readonly<Record<string, McpToolRules>>;
  /** How long the first model call waits for the MCP server, in milliseconds. @defaultValue 10 seconds */
  readonly connectTimeoutMs?: number | undefined;
  /** The largest message of the MCP server, in bytes. A larger one ends the connection. @defaultValue 4 MiB */
  readonly messageBytes?: number | undefined;
  /** Returns Unix milliseconds, for the pauses between attempts to connect. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}
