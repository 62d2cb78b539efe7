import type { AssistantObject, AssistantTool, CreateRunRequest } from '@threadkit/core/api';
import type { Principal } from '../http/authorize.ts';
import { forbidden } from '../http/http-error.ts';

/** Fields that an end user's token may set on a run. Any other would override the assistant. */
const ALLOWED: ReadonlySet<string> = new Set([
  'assistant_id',
  'thread',
  'additional_messages',
  'tools',
  'metadata',
  'stream',
  'tool_choice',
  'parallel_tool_calls',
]);

/**
 * Validates and merges a principal's overrides. An end user's function tools are added to the assistant's; on a name clash
 * the assistant's definition wins. Throws 403.
 */
export function limitRunOverrides<B extends Partial<CreateRunRequest>>(
  principal: Principal,
  assistant: AssistantObject,
  body: B,
): B {
  if (principal.role === 'admin') return body;
  for (const [key, value] of Object.entries(body)) {
    if (!ALLOWED.has(key) && value !== null) {
      throw forbidden(
        `This token may not set '${key}' on a run. It belongs to an end user: use an admin token.`,
      );
    }
  }
  if (!body.tools) return body;
  const added = body.tools.filter((tool) => !assistant.tools.some((own) => isSameTool(own, tool)));
  if (added.some(({ type }) => type !== 'function')) {
    throw forbidden(
      "This token may add 'function' tools only. It belongs to an end user: use an admin token.",
    );
  }
  return { ...body, tools: [...assistant.tools, ...added] };
}

function isSameTool(a: AssistantTool, b: AssistantTool): boolean {
  if (a.type !== 'function' || b.type !== 'function') return a.type === b.type;
  return a.function.name === b.function.name;
}
