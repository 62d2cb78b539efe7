import type { AssistantTool, ToolResources } from '@threadkit/core/api';

const RANKING = { ranker: 'default_2024_08_21', score_threshold: 0 } as const;

/** Tools as the service echoes them, with its defaults filled in. */
export function echoTools(tools: readonly AssistantTool[]): AssistantTool[] {
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

/** `code_interpreter` shows its files, even none, as soon as that tool is on. What is named holds its list. */
export function echoResources(
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
