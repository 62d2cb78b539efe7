import type { JsonSchema, RunObject } from '@threadkit/core';

/** The schema of a function's arguments as the run was given it. */
export function toolSchema(run: RunObject, name: string): JsonSchema | undefined {
  const tool = run.tools.find((entry) => entry.type === 'function' && entry.function.name === name);
  return tool?.type === 'function' ? tool.function.parameters : undefined;
}
