import type { AssistantDraft } from './assistant-draft.ts';

const PLACES: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  model: 'model',
  instructions: 'instructions',
  temperature: 'temperature',
  top_p: 'topP',
  reasoning_effort: 'reasoningEffort',
  metadata: 'metadata',
};

/** Maps the `param` of an API error, such as `tools[1].function.parameters`, to a place of the form. */
export function placeOfParam(param: string, draft: AssistantDraft): string | undefined {
  const [, field = ''] = /^(\w+)/.exec(param) ?? [];
  switch (field) {
    case 'tools':
      return placeOfTool(param, draft);
    case 'metadata':
      return placeOfPair(param, draft);
    case 'response_format':
      return draft.responseFormat === 'json_schema' ? 'jsonSchema' : 'responseFormat';
    case 'tool_resources':
      return param.includes('file_search') ? 'vectorStores' : 'codeFiles';
    default:
      return PLACES[field];
  }
}

function placeOfTool(param: string, draft: AssistantDraft): string {
  const index = /^tools\[(\d+)\]/.exec(param)?.[1];
  if (index === undefined) return 'functions';
  const before = Number(draft.codeInterpreter) + Number(draft.fileSearch);
  const match = draft.functions[Number(index) - before];
  if (match) return `functions.${match.key}`;
  return param.includes('max_num_results') ? 'maxResults' : 'functions';
}

function placeOfPair(param: string, draft: AssistantDraft): string {
  const name = param.slice('metadata.'.length);
  const match = draft.metadata.find((pair) => pair.name === name);
  return match ? `metadata.${match.key}` : 'metadata';
}
