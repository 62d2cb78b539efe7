import type { AnyTool } from '@threadkit/core/tools';

/** Tools that come from elsewhere and may change, such as those of an MCP server. Given to `createServer` among its `tools`. */
export interface ToolSource {
  /**
   * The names of its tools begin with it and two underscores: `files__read`. They are reserved, whether or not the source has such a
   * tool at the moment.
   */
  readonly name: string;
  /**
   * The tools as of now. Called before each model call, so it returns what it knows rather than waiting for a server that is away.
   * Must not reject: `onProblem` is called with what the operator has to know, also later when a call fails, and the remaining tools are
   * returned.
   */
  listTools(onProblem: (message: string) => void): Promise<readonly AnyTool[]>;
  /** Called when the server has closed. */
  close(): Promise<void>;
}
