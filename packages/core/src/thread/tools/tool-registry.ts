import type { AssistantTool, FunctionTool } from '../../api/index.ts';
import { MAX_RUN_TOOLS } from '../../api/limits.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import type { AnyTool } from '../../tools/tool.ts';

/** The tools registered on this page, by name. The last owner wins. */
export interface ToolRegistry {
  set(owner: symbol, tools: readonly AnyTool[]): () => void;
  get(name: string): AnyTool | undefined;
  all(): readonly AnyTool[];
}

export function createToolRegistry(onChange: () => void): ToolRegistry {
  const owners = new Map<symbol, readonly AnyTool[]>();
  const warned = new Set<string>();
  const byName = (): Map<string, AnyTool> => {
    const tools = [...owners.values()].flat();
    return new Map(tools.map((tool) => [tool.name, tool]));
  };
  /** Warns when two components register different tools under one name: only the later one is executed. */
  function warnOfDuplicates(owner: symbol, tools: readonly AnyTool[]): void {
    const others = [...owners].filter(([other]) => other !== owner).flatMap(([, mounted]) => mounted);
    for (const tool of tools) {
      const isDuplicate = others.some((other) => other.name === tool.name && other !== tool);
      if (!isDuplicate || warned.has(tool.name)) continue;
      warned.add(tool.name);
      console.warn(
        `Threadkit: two different tools named "${tool.name}" are mounted; the last one is used. Rename one, or define it outside of components.`,
      );
    }
  }

  return {
    set(owner, tools) {
      warnOfDuplicates(owner, tools);
      // Deleted first, so that an owner that registers again counts as the last one.
      owners.delete(owner);
      owners.set(owner, tools);
      onChange();
      return () => {
        if (owners.get(owner) === tools) owners.delete(owner);
      };
    },
    get: (name) => byName().get(name),
    all: () => [...byName().values()],
  };
}

/**
 * The `tools` of a run: those of the assistant and the registered ones, by name, because a run's tools replace the
 * assistant's. Undefined when the assistant declares all of them already.
 *
 * @throws `ThreadkitError` of kind `'config'` for more than 20.
 */
export function toolsForRun(
  assistantTools: readonly AssistantTool[],
  registered: readonly AnyTool[],
): readonly AssistantTool[] | undefined {
  const declared = new Set(
    assistantTools.flatMap((tool) => (tool.type === 'function' ? [tool.function.name] : [])),
  );
  const added = registered.filter(({ name }) => !declared.has(name)).map(toFunctionTool);
  if (added.length === 0) return undefined;
  const tools = [...assistantTools, ...added];
  if (tools.length <= MAX_RUN_TOOLS) return tools;
  throw new ThreadkitError(
    'config',
    `A run takes at most ${MAX_RUN_TOOLS} tools, but this one has ${tools.length} (of the assistant and the page). Mount fewer.`,
  );
}

function toFunctionTool({ name, description, jsonSchema, strict }: AnyTool): FunctionTool {
  return {
    type: 'function',
    function: {
      name,
      ...(description === undefined ? {} : { description }),
      parameters: jsonSchema,
      ...(strict ? { strict } : {}),
    },
  };
}
