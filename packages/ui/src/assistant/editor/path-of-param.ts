import type { AssistantFormValues } from './form-values.ts';

const PATHS: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  model: 'model',
  instructions: 'instructions',
  temperature: 'temperature',
  top_p: 'topP',
  reasoning_effort: 'reasoningEffort',
  metadata: 'metadata',
};

/** Maps the `param` of an API error, such as `tools[1].function.parameters`, to a path in the form. */
export function pathOfParam(param: string, values: AssistantFormValues): string | undefined {
  const [, field = ''] = /^(\w+)/.exec(param) ?? [];
  switch (field) {
    case 'tools':
      return pathOfTool(param, values);
    case 'metadata':
      return pathOfPair(param, values);
    case 'response_format':
      return values.responseFormat === 'json_schema' ? 'jsonSchema' : 'responseFormat';
    case 'tool_resources':
      return param.includes('file_search') ? 'vectorStores' : 'codeFiles';
    default:
      return PATHS[field];
  }
}

function pathOfTool(param: string, values: AssistantFormValues): string {
  const index = /^tools\[(\d+)\]/.exec(param)?.[1];
  if (index === undefined) return 'functions';
  const before = Number(values.codeInterpreter) + Number(values.fileSearch);
  const match = values.functions[Number(index) - before];
  if (match) return `functions.${match.key}`;
  return param.includes('max_num_results') ? 'maxResults' : 'functions';
}

function pathOfPair(param: string, values: AssistantFormValues): string {
  const name = param.slice('metadata.'.length);
  const match = values.metadata.find((pair) => pair.name === name);
  return match ? `metadata.${match.key}` : 'metadata';
}
