import type { AnyTool } from '@threadkit/core/tools';
import { isRecord } from '../../shared/is-record.ts';
import { quoteForLog } from '../../shared/log.ts';
import { wrongOption } from '../../shared/option-values.ts';
import type { ToolSource } from '../../shared/tool-source.ts';

/** The tools that a server executes itself. Their names are reserved: no caller can define a function with one. */
export interface ServerTools {
  isReserved(name: string): boolean;
  /** The tools by name, as of now. */
  list(): Promise<ReadonlyMap<string, AnyTool>>;
  close(): Promise<void>;
}

/**
 * `onProblem` is called with what the operator has to know about a source.
 *
 * @throws `TypeError` for an entry that is neither a tool nor a source, for two tools or sources with one name, and for a tool without
 * `execute`.
 */
export function createServerTools(
  given: readonly (AnyTool | ToolSource)[],
  onProblem: (message: string) => void,
): ServerTools {
  checkEntries(given);
  const sources = given.filter(isSource);
  const tools = new Map<string, AnyTool>();
  const isOfSource = (name: string) => sources.some((source) => name.startsWith(prefixOf(source)));
  for (const tool of given) {
    if (isSource(tool)) continue;
    checkTool(tool);
    if (tools.has(tool.name) || isOfSource(tool.name)) throw isTaken(tool.name);
    tools.set(tool.name, tool);
  }
  for (const { name } of sources) {
    if (sources.filter((source) => source.name === name).length > 1) throw isTaken(name);
  }

  async function toolsOf(source: ToolSource): Promise<readonly AnyTool[]> {
    // One source must not fail the runs that use others.
    const listed = await source.listTools(onProblem).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      onProblem(
        `The source of tools "${source.name}" failed: ${quoteForLog(reason)}. None of its tools is offered.`,
      );
      return [];
    });
    return listed.filter((tool) => tool.name.startsWith(prefixOf(source)));
  }

  return {
    isReserved: (name) => tools.has(name) || isOfSource(name),
    async list() {
      if (sources.length === 0) return tools;
      const listed = (await Promise.all(sources.map(toolsOf))).flat();
      return new Map([...tools, ...listed.map((tool) => [tool.name, tool] as const)]);
    },
    async close() {
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}

function isSource(given: AnyTool | ToolSource): given is ToolSource {
  return 'listTools' in given;
}

function prefixOf({ name }: ToolSource): string {
  return `${name}__`;
}

/** Apps without types may pass anything. */
function checkEntries(given: unknown): void {
  if (!Array.isArray(given)) {
    throw wrongOption('tools of createServer', given, 'Pass a list of tools: { tools: [getOrder] }.');
  }
  for (const [index, entry] of given.entries()) {
    const isNamed = isRecord(entry) && typeof entry['name'] === 'string' && entry['name'] !== '';
    if (isNamed && (isRecord(entry['~run']) || isSourceLike(entry))) continue;
    throw wrongOption(
      `tools[${index}] of createServer`,
      entry,
      'It is neither a tool nor a source of tools: make a tool with defineTool of @threadkit/core/tools, or a source with mcpTools of @threadkit/server/mcp.',
    );
  }
}

function isSourceLike({ listTools, close }: Readonly<Record<string, unknown>>): boolean {
  return typeof listTools === 'function' && typeof close === 'function';
}

function checkTool(tool: AnyTool): void {
  if (tool['~run'].execute) return;
  throw new TypeError(
    `The tool "${tool.name}" of createServer has no execute, so the server cannot execute it. Add one, or register the tool in the page.`,
  );
}

function isTaken(name: string): TypeError {
  return new TypeError(`Two tools of createServer are named "${name}". Rename one.`);
}
