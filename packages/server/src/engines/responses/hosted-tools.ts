import type OpenAI from 'openai';

/** A tool that the provider executes, with the provider's own configuration. */
export type ResponsesHostedTool =
  | OpenAI.Responses.FileSearchTool
  | OpenAI.Responses.WebSearchTool
  | OpenAI.Responses.WebSearchPreviewTool
  | OpenAI.Responses.Tool.CodeInterpreter;

/** What the provider only sends on request: the results of its tools. */
export function resultsOf(
  hostedTools: readonly ResponsesHostedTool[],
): readonly OpenAI.Responses.ResponseIncludable[] {
  const included = hostedTools.map(({ type }): OpenAI.Responses.ResponseIncludable => {
    if (type === 'file_search') return 'file_search_call.results';
    return type === 'code_interpreter' ? 'code_interpreter_call.outputs' : 'web_search_call.action.sources';
  });
  return [...new Set(included)];
}
