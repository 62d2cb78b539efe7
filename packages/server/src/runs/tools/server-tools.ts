import type { AnyTool } from '@threadkit/core/tools';

/** The tools that a server executes itself. Their names are reserved: no caller can define a function with one. */
export interface ServerTools {
  isReserved(name: string): boolean;
  /** The tools by name, as of now. */
  list(): Promise<ReadonlyMap<string, AnyTool>>;
}

/** @throws `TypeError` for two tools with one name, and for a tool without `execute`. */
export function createServerTools(tools: readonly AnyTool[]): ServerTools {
  const byName = new Map<string, AnyTool>();
  for (const tool of tools) {
    if (byName.has(tool.name)) {
      throw new TypeError(`Two tools of createServer are named "${tool.name}". Rename one.`);
    }
    if (!tool['~run'].execute) {
      throw new TypeError(
        `The tool "${tool.name}" of createServer has no execute, so the server cannot execute it. Add one, or register the tool in the page.`,
      );
    }
    byName.set(tool.name, tool);
  }
  return { isReserved: (name) => byName.has(name), list: async () => byName };
}
