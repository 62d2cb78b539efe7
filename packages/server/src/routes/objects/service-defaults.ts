import type { AssistantTool, CreateToolResources, ThreadObject, ToolResources } from '@threadkit/core/api';

const RANKING = { ranker: 'default_2024_08_21', score_threshold: 0 } as const;

/** Tools as the service returns them, with its defaults filled in. */
export function withToolDefaults(tools: readonly AssistantTool[]): AssistantTool[] {
  return tools.map((tool): AssistantTool => {
    switch (tool.type) {
      case 'code_interpreter':
        return tool;
      case 'file_search':
        return { ...tool, file_search: { ranking_options: RANKING, ...tool.file_search } };
      case 'function':
        return {
          type: 'function',
          function: {
            ...tool.function,
            parameters: tool.function.parameters ?? { type: 'object', properties: {} },
            strict: tool.function.strict ?? false,
          },
        };
    }
  });
}

/** Resources as the service returns them: enabling `code_interpreter` adds its `file_ids`, even if empty. */
export function withResourceDefaults(
  resources: ToolResources | null | undefined,
  tools: readonly AssistantTool[] = [],
): ToolResources {
  const { code_interpreter: code, file_search: search } = resources ?? {};
  const runsCode = code !== undefined || tools.some(({ type }) => type === 'code_interpreter');
  return {
    ...(runsCode && { code_interpreter: { file_ids: code?.file_ids ?? [] } }),
    ...(search && { file_search: { vector_store_ids: search.vector_store_ids ?? [] } }),
  };
}

/** The resources with the id of a new vector store in place of the one that they ask for. */
export function withVectorStoreId(
  resources: CreateToolResources | null | undefined,
  id: string | undefined,
): ToolResources | null | undefined {
  if (!resources?.file_search?.vector_stores) return resources;
  const isRequested = resources.file_search.vector_stores.length > 0 && id !== undefined;
  return { ...resources, file_search: { vector_store_ids: isRequested ? [id] : [] } };
}

/** A thread as the service returns it on reads and in `thread.created`: `code_interpreter` is always present. */
export function toThreadResponse(thread: ThreadObject): ThreadObject {
  const resources = thread.tool_resources;
  const code = { file_ids: [], ...resources?.code_interpreter };
  return { ...thread, tool_resources: { ...resources, code_interpreter: code } };
}
