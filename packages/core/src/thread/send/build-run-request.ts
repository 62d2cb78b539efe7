import type { AssistantObject, AssistantTool, CreateRunRequest } from '../../api/index.ts';
import type { AnyTool } from '../../tools/tool.ts';
import { toolsForRun } from '../tools/tool-registry.ts';
import type { SendOptions } from '../types.ts';

export type ReadAssistant = (assistantId: string) => Promise<Pick<AssistantObject, 'tools'>>;

/**
 * The body that starts a run. `tools` of a run replace those of the assistant, so the assistant's tools are sent along
 * with the registered ones, unless it declares them all.
 */
export async function buildRunRequest(
  getAssistant: ReadAssistant,
  assistantId: string,
  registered: readonly AnyTool[],
  overrides: SendOptions['runParams'],
): Promise<CreateRunRequest> {
  const request: CreateRunRequest = { ...overrides, assistant_id: assistantId };
  if (registered.length === 0) return request;
  const declared: readonly AssistantTool[] = overrides?.tools ?? (await getAssistant(assistantId)).tools;
  const tools = toolsForRun(declared, registered);
  return tools ? { ...request, tools } : request;
}
